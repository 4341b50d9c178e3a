namespace Indexer.GraphQL.Language;

/// <summary>A lexical token.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Location">Where it begins.</param>
/// <param name="Value">The content of a name, number or string.</param>
internal readonly record struct Token(TokenKind Kind, Location Location, string? Value = null)
{
    public string Describe() => Value is null ? TokenKinds.Describe(Kind) : $"{TokenKinds.Describe(Kind)} \"{Value}\"";
}
