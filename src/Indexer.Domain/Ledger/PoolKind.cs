namespace Indexer.Domain;

/// <summary>What a <see cref="Pool"/> is.</summary>
public enum PoolKind
{
    /// <summary>A stake pool of a parachain: its stake runs workers.</summary>
    StakePool,

    /// <summary>A vault of a parachain: it delegates to stake pools.</summary>
    Vault,

    /// <summary>The ERC-4626-like PHA vault (vPHA).</summary>
    Erc4626,

    /// <summary>Shares of the PHA vault that crossed the bridge to Phala's L2 (OptimismMintableERC20); the vault they are of is on Ethereum.</summary>
    BridgedShares,
}
