namespace Indexer.Domain;

/// <summary>The kind of a network's chain.</summary>
public enum NetworkKind
{
    /// <summary>A Substrate chain (Khala, Phala).</summary>
    Substrate,

    /// <summary>An EVM chain (Ethereum, Phala's L2).</summary>
    Evm,

    /// <summary>A Snapshot space: votes off chain.</summary>
    Snapshot,
}
