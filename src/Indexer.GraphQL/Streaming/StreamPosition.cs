namespace Indexer.GraphQL.Streaming;

/// <summary>Where a stream goes on.</summary>
/// <param name="Step">The step to read next.</param>
/// <param name="Key">The key of the last message of that step that was read; null before its first.</param>
internal sealed record StreamPosition(long Step, IReadOnlyList<string>? Key);
