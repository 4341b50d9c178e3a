namespace Indexer.GraphQL.Language;

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
