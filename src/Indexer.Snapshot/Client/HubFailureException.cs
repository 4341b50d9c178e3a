namespace Indexer.Snapshot;

/// <summary>One try gave no usable answer.</summary>
/// <param name="message">Names the endpoint and what happened.</param>
/// <param name="innerException">The failure below, if any.</param>
internal sealed class HubFailureException(string message, Exception? innerException = null)
    : Exception(message, innerException)
{
    /// <summary>Whether another try may help.</summary>
    public bool Retryable { get; init; } = true;

    /// <summary>How long the hub asked to be left alone.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
