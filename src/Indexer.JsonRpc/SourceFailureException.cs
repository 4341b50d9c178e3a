namespace Indexer.JsonRpc;

/// <summary>A source of blocks, be it a node or a hub, failed; <see cref="Kind"/> says what helps.</summary>
/// <param name="kind">What helps.</param>
/// <param name="message">Names the source and what happened, without secrets.</param>
/// <param name="innerException">The failure below, if any.</param>
public abstract class SourceFailureException(FailureKind kind, string message, Exception? innerException = null)
    : Exception(message, innerException)
{
    /// <summary>What helps.</summary>
    public FailureKind Kind => kind;
}
