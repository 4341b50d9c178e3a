namespace Indexer.JsonRpc;

/// <summary>What helps after a source of blocks failed. It alone decides whether a network goes on.</summary>
public enum FailureKind
{
    /// <summary>Time: nothing answers, or the source says that it is busy, limits the rate, or failed inside.</summary>
    Waiting,

    /// <summary>
    /// Another endpoint, else time: this one lacks what was asked for (it is behind, or has pruned it), or says what cannot be.
    /// </summary>
    OtherEndpoint,

    /// <summary>Asking for less: the source limits blocks, results or bytes. What cannot be made smaller is left to another endpoint, or to time.</summary>
    SmallerRequest,

    /// <summary>Nothing: it is another chain, or what it says is whole and has no meaning here.</summary>
    Final,
}
