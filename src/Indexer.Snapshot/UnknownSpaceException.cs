using Indexer.JsonRpc;

namespace Indexer.Snapshot;

/// <summary>The hub has no space of the configured id.</summary>
/// <param name="message">Names the space and the endpoint.</param>
public sealed class UnknownSpaceException(string message) : SourceFailureException(FailureKind.Final, message);
