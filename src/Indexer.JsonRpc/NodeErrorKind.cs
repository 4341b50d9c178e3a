namespace Indexer.JsonRpc;

/// <summary>What a node's error object means for the call.</summary>
internal enum NodeErrorKind
{
    /// <summary>The answer; asking again would not change it.</summary>
    Final,

    /// <summary>The node had a passing problem; if it stays, the error is the answer.</summary>
    Passing,

    /// <summary>The caller is asked to slow down; never an answer.</summary>
    RateLimit,
}
