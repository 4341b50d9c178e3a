namespace Indexer.GraphQL.Language;

/// <summary>How messages call the kinds of tokens.</summary>
internal static class TokenKinds
{
    public static string Describe(TokenKind kind) =>
        kind switch
        {
            TokenKind.Start => "<SOF>",
            TokenKind.End => "<EOF>",
            TokenKind.Bang => "\"!\"",
            TokenKind.Dollar => "\"$\"",
            TokenKind.Amp => "\"&\"",
            TokenKind.ParenLeft => "\"(\"",
            TokenKind.ParenRight => "\")\"",
            TokenKind.Spread => "\"...\"",
            TokenKind.Colon => "\":\"",
            TokenKind.Equals => "\"=\"",
            TokenKind.At => "\"@\"",
            TokenKind.BracketLeft => "\"[\"",
            TokenKind.BracketRight => "\"]\"",
            TokenKind.BraceLeft => "\"{\"",
            TokenKind.Pipe => "\"|\"",
            TokenKind.BraceRight => "\"}\"",
            _ => kind.ToString(),
        };
}
