namespace Indexer.JsonRpc;

/// <summary>One try at one endpoint gave no usable answer.</summary>
/// <param name="cause">What happened, to follow "endpoint: method: ".</param>
/// <param name="innerException">The failure below, if any.</param>
internal sealed class EndpointFailureException(string cause, Exception? innerException = null)
    : SourceFailureException(FailureKind.Waiting, OneLine.Of(cause), innerException)
{
    /// <summary>Whether the same endpoint may answer when asked again.</summary>
    public bool Retryable { get; init; } = true;

    /// <summary>How long the endpoint asked to be left alone.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The call that it happened to.</summary>
    public RpcCall? Call { get; set; }
}
