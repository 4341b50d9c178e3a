namespace Indexer.Domain;

/// <summary>The form of a holding that the end of a parachain closed.</summary>
public enum MigrationEntryKind
{
    /// <summary>Shares of a stake pool or vault that waited for no withdrawal.</summary>
    Delegation,

    /// <summary>Shares of a stake pool or vault that waited in its withdrawal queue.</summary>
    Withdrawing,

    /// <summary>Rewards that waited beside the shares of a stake pool of the first version (PhalaStakePool, PoolStakers).</summary>
    PendingReward,

    /// <summary>A stake pool owner's commission that was not withdrawn (PhalaStakePoolv2, owner_reward_account).</summary>
    OwnerReward,

    /// <summary>A vault owner's commission shares that were not claimed (PhalaVault, owner_shares).</summary>
    OwnerShares,

    /// <summary>Wrapped PHA on the account (asset 10000).</summary>
    Wrapped,

    /// <summary>PHA on the account that no lock held.</summary>
    Free,

    /// <summary>PHA on the account that a vesting schedule locked (Balances.Locks, "vesting ").</summary>
    Vesting,

    /// <summary>PHA on the account that another lock held, such as that of a vote.</summary>
    Locked,

    /// <summary>PHA that was reserved: deposits of proposals, identities, proxies.</summary>
    Reserved,

    /// <summary>
    /// What rounding left in a pool: its value less that of all its positions, each rounded down; nobody's. Of a vault also the
    /// difference between its value and what it held.
    /// </summary>
    Rounding,
}
