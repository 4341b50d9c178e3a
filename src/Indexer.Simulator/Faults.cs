namespace Indexer.Simulator;

/// <summary>What a network's endpoint does wrong. All off by default; may be changed while it serves.</summary>
public sealed class Faults
{
    /// <summary>Every n-th request is answered with JSON-RPC error -32005; 0 turns it off.</summary>
    public int ErrorEvery { get; set; }

    /// <summary>Every request waits this long.</summary>
    public TimeSpan Latency { get; set; }

    /// <summary>The events (Substrate) or the data of the logs (EVM) of this block are cut short; null turns it off.</summary>
    public long? TruncatedBlock { get; set; }

    /// <summary>The hash of block 0 is another one.</summary>
    public bool WrongGenesis { get; set; }

    /// <summary>eth_chainId answers another id.</summary>
    public bool WrongChainId { get; set; }

    /// <summary>state_getMetadata answers bytes that are no metadata.</summary>
    public bool CorruptMetadata { get; set; }

    /// <summary>eth_getLogs refuses a wider range, as providers do; 0 means no limit.</summary>
    public long MaxLogRange { get; set; }

    /// <summary>eth_getLogs refuses more results; 0 means no limit.</summary>
    public int MaxLogResults { get; set; }

    /// <summary>The node does not know the tags <c>safe</c> and <c>finalized</c>.</summary>
    public bool NoFinalityTags { get; set; }
}
