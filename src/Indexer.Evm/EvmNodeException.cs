namespace Indexer.Evm;

/// <summary>
/// A node gave answers that are malformed, incomplete, or contradict each other, and did so again when asked again.
/// </summary>
/// <param name="message">What the node said and why it cannot be so.</param>
/// <param name="innerException">The failure below, if any.</param>
public sealed class EvmNodeException(string message, Exception? innerException = null)
    : Exception(message, innerException);
