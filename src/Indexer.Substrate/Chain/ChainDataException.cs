using Indexer.JsonRpc;

namespace Indexer.Substrate.Chain;

/// <summary>
/// A node answered, but what it answered cannot be the chain: a block is missing or is another one than asked for,
/// blocks do not follow each other, or the content of a block cannot be decoded. Another node, or this one later, may do better.
/// </summary>
/// <param name="message">Names the block and what is wrong with it.</param>
/// <param name="innerException">The failed decoding, if that is the reason.</param>
/// <param name="kind">What helps; nothing when every node was asked for content that cannot be decoded.</param>
public sealed class ChainDataException(
    string message,
    Exception? innerException = null,
    FailureKind kind = FailureKind.OtherEndpoint
) : SourceFailureException(kind, message, innerException)
{
    /// <summary>Whether the content of a block cannot be decoded.</summary>
    internal bool IsCorrupt => InnerException is Scale.ScaleException;
}
