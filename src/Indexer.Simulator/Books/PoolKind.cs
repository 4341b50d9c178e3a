namespace Indexer.Simulator;

/// <summary>What a pool of the parachain is.</summary>
public enum PoolKind
{
    /// <summary>A stake pool: it owns workers.</summary>
    StakePool,

    /// <summary>A vault: it owns shares of stake pools.</summary>
    Vault,
}
