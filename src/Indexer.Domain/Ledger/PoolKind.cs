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

    /// <summary>Another vault of PHA by ERC-4626.</summary>
    TokenVault,

    /// <summary>A contract in which PHA or vPHA is staked one to one, beside its rewards (Synthetix's StakingRewards, or as configured).</summary>
    StakingContract,

    /// <summary>A contract that holds PHA or vPHA as collateral for the workers of those who put it there.</summary>
    Collateral,
}
