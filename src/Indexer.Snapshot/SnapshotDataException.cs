using Indexer.JsonRpc;

namespace Indexer.Snapshot;

/// <summary>The hub's answer is not what its schema promises, or it refuses a query for good.</summary>
/// <param name="message">Names the object and what is wrong with it.</param>
/// <param name="kind">What helps: it may be said right the next time, unless the hub refuses the query.</param>
public sealed class SnapshotDataException(string message, FailureKind kind = FailureKind.OtherEndpoint)
    : SourceFailureException(kind, message);
