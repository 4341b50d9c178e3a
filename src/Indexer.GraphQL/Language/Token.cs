namespace Indexer.GraphQL.Language;

/// <summary>A lexical token.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Location">Where it begins.</param>
/// <param name="Value">The content of a name, number or string.</param>
internal readonly record struct Token(TokenKind Kind, Location Location, string? Value = null)
{
    public string Describe() => Value is null ? TokenKinds.Describe(Kind) : $"{TokenKinds.Describe(Kind)} \"{Value}\"";
}

/// <summary>The kind of a token.</summary>
internal enum TokenKind
{
    Start,
    End,
    Bang,
    Dollar,
    Amp,
    ParenLeft,
    ParenRight,
    Spread,
    Colon,
    Equals,
    At,
    BracketLeft,
    BracketRight,
    BraceLeft,
    Pipe,
    BraceRight,
    Name,
    Int,
    Float,
    String,
    BlockString,
}

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
