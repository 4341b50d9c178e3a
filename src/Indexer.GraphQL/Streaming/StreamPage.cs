namespace Indexer.GraphQL.Streaming;

/// <summary>Consecutive messages of a stream.</summary>
/// <param name="Messages">Whole responses.</param>
/// <param name="Next">Where the stream goes on after them.</param>
internal sealed record StreamPage(IReadOnlyList<byte[]> Messages, StreamPosition Next);
