using Indexer.JsonRpc;

namespace Indexer.Snapshot;

/// <summary>No endpoint of the hub gave a usable answer: refused, timed out, limited the rate, or failed.</summary>
/// <param name="message">Names the endpoint and what happened.</param>
/// <param name="innerException">The last failure.</param>
public sealed class SnapshotUnavailableException(string message, Exception? innerException = null)
    : SourceFailureException(FailureKind.Waiting, message, innerException);
