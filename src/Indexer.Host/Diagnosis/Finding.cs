namespace Indexer.Host.Diagnosis;

/// <summary>One thing that was looked at.</summary>
/// <param name="Subject">What: a network and endpoint, the database, the disk.</param>
/// <param name="IsGood">Whether indexing works with it as it is.</param>
/// <param name="Text">What was seen.</param>
/// <param name="Remedy">What to do about it; null where there is nothing to do.</param>
internal sealed record Finding(string Subject, bool IsGood, string Text, string? Remedy = null);
