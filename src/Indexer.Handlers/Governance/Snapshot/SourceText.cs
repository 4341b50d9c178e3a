namespace Indexer.Handlers.Governance.Snapshot;

/// <summary>Texts of others, cut to a length that every reader of the index can bear.</summary>
internal static class SourceText
{
    /// <summary>Most characters of a text that are kept.</summary>
    public const int MostCharacters = 1_000_000;

    public static string? Fit(string? text) =>
        text is null || text.Length <= MostCharacters ? text
        : char.IsHighSurrogate(text[MostCharacters - 1]) ? text[..(MostCharacters - 1)]
        : text[..MostCharacters];
}
