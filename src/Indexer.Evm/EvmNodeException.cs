using Indexer.JsonRpc;

namespace Indexer.Evm;

/// <summary>
/// A node gave answers that are malformed, incomplete, or contradict each other. Another node, or this one later, may do better.
/// </summary>
/// <param name="message">What the node said and why it cannot be so.</param>
/// <param name="innerException">The failure below, if any.</param>
public sealed class EvmNodeException(string message, Exception? innerException = null)
    : SourceFailureException(FailureKind.OtherEndpoint, message, innerException);
