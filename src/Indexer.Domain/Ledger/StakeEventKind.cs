namespace Indexer.Domain;

/// <summary>What a <see cref="StakeEvent"/> states.</summary>
public enum StakeEventKind
{
    /// <summary>PHA became wrapped PHA (PhalaWrappedBalances.Wrapped).</summary>
    Wrapped,

    /// <summary>Wrapped PHA became PHA again (PhalaWrappedBalances.Unwrapped).</summary>
    Unwrapped,

    /// <summary>A delegation to a stake pool or vault of the parachain (Contribution).</summary>
    Contribution,

    /// <summary>Shares entered the withdrawal queue, or the queued number changed (PhalaBasePool.WithdrawalQueued).</summary>
    WithdrawalQueued,

    /// <summary>Queued shares were paid out (PhalaBasePool.Withdrawal).</summary>
    Withdrawal,

    /// <summary>
    /// Shares too small to pay were removed by the chain (PhalaBasePool.maybe_remove_dust), or PHA too little to stay locked went from
    /// the account to the treasury (PhalaStakePool.DustRemoved).
    /// </summary>
    DustRemoved,

    /// <summary>A vault's commission became shares, held by the vault until its owner claims them (PhalaVault.OwnerSharesGained).</summary>
    OwnerSharesGained,

    /// <summary>A vault owner's commission shares moved to the account that the owner named (PhalaVault.OwnerSharesClaimed).</summary>
    OwnerSharesClaimed,

    /// <summary>A stake pool owner's commission was paid (PhalaStakePoolv2.OwnerRewardsWithdrawn; PhalaStakePool also RewardsWithdrawn).</summary>
    OwnerRewardsWithdrawn,

    /// <summary>All rewards that waited beside the shares of a stake pool of the first version were paid (PhalaStakePool.StakerRewardsWithdrawn, RewardsWithdrawn).</summary>
    StakerRewardsWithdrawn,

    /// <summary>
    /// What an account had in a pool when the index of the network began with a state instead of its first block: all that was before is in it.
    /// Its cost is what it was worth then, since what was paid for it is not known.
    /// </summary>
    Initial,

    /// <summary>
    /// What the value of a stake pool of the first version changed by without an event, as its storage tells (before spec 1160).
    /// </summary>
    Correction,

    /// <summary>
    /// A delegation moved from the first version of stake pools to the second (PhalaStakePoolv2.migrate_pool_stakers): it is an NFT from now
    /// on, and what waited beside its shares became value of the pool, to which the amount belongs.
    /// </summary>
    VersionMoved,

    /// <summary>
    /// The move of a stake pool to the second version was made a second time, and its free value or its owner's commission was minted again as wrapped
    /// PHA (PhalaStakePoolv2.migrate_stakepools after reset_iter_pos; phala-blockchain #1076).
    /// </summary>
    MintedTwice,

    /// <summary>Wrapped PHA that was missing behind the stake of a pool's workers was minted (PhalaStakePoolv2.fix_missing_worker_lock).</summary>
    WorkerLockFixed,

    /// <summary>Rewards of the first version that the move had left out were paid (PhalaStakePoolv2.claim_legacy_rewards).</summary>
    LegacyRewardsWithdrawn,

    /// <summary>
    /// Stake was slashed: of a pool (PhalaStakePoolv2.PoolSlashed, SlashSettled; disabled on both chains), or in a staking contract.
    /// </summary>
    Slashed,

    /// <summary>Tokens were put into a staking contract (Staked of Synthetix's StakingRewards, or as configured).</summary>
    Staked,

    /// <summary>Tokens were taken out of a staking contract (Withdrawn of Synthetix's StakingRewards, or as configured).</summary>
    Unstaked,

    /// <summary>Shares of a vault were paid at once (ERC-4626 Withdraw).</summary>
    Redeemed,

    /// <summary>PHA was deposited into the PHA vault (ERC-4626 Deposit).</summary>
    Deposit,

    /// <summary>Shares of the PHA vault were minted (ERC-20 Transfer from the zero address).</summary>
    SharesMinted,

    /// <summary>Shares of the PHA vault were burned (ERC-20 Transfer to the zero address).</summary>
    SharesBurned,

    /// <summary>Shares came from another account (ERC-20 Transfer).</summary>
    TransferIn,

    /// <summary>Shares went to another account (ERC-20 Transfer).</summary>
    TransferOut,

    /// <summary>
    /// Shares came over the bridge: minted on the L2, or released from the escrow on Ethereum (ERC-20 Transfer from the zero address, or
    /// from the bridge).
    /// </summary>
    BridgeIn,

    /// <summary>
    /// Shares left over the bridge: burned on the L2, or locked in the escrow on Ethereum (ERC-20 Transfer to the zero address, or
    /// to the bridge).
    /// </summary>
    BridgeOut,

    /// <summary>A redemption started its unlock period; nothing is paid yet (ERC-4626 Withdraw of the PHA vault).</summary>
    UnlockRequested,

    /// <summary>An unlock request went back into shares (Deposit whose sender is the vault itself).</summary>
    UnlockCancelled,

    /// <summary>Unlocked PHA was paid (Claimed of the PHA vault).</summary>
    UnlockClaimed,

    /// <summary>The chain ended and the position was closed; what it was worth waits to be claimed (<see cref="MigrationEntry"/>).</summary>
    Migrated,

    /// <summary>Treasury rewards of the PHA vault were paid (TreasuryAssetsClaimed).</summary>
    TreasuryClaimed,
}
