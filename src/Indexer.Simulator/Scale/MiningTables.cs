namespace Indexer.Simulator.Scale;

/// <summary>Events and calls of the pallets of stake pools of the first version, by the spec that brought each layout.</summary>
internal static class MiningTables
{
    /// <summary>Up to spec 1089, in metadata V13.</summary>
    public const string StakePool1060 = """
        PoolCreated(AccountId32, u64)
        PoolCommissionSet(u64, u32)
        PoolCapacitySet(u64, u128)
        PoolWorkerAdded(u64, Public)
        Contribution(u64, AccountId32, u128)
        Withdrawal(u64, AccountId32, u128)
        RewardsWithdrawn(u64, AccountId32, u128)
        PoolSlashed(u64, u128)
        SlashSettled(u64, AccountId32, u128)
        RewardDismissedNotInPool(Public, u128)
        RewardDismissedNoShare(u64, u128)
        RewardDismissedDust(u64, u128)
        DustRemoved(AccountId32, u128)
        """;

    /// <summary>New events have names for their fields, the old ones none.</summary>
    public const string StakePool1090 =
        StakePool1060
        + "\nPoolWorkerRemoved(pid: u64, worker: Public)\nWithdrawalQueued(pid: u64, user: AccountId32, shares: u128)";

    /// <summary>Claims apart, whitelists.</summary>
    public const string StakePool1150 = """
        PoolCreated(owner: AccountId32, pid: u64)
        PoolCommissionSet(pid: u64, commission: u32)
        PoolCapacitySet(pid: u64, cap: u128)
        PoolWorkerAdded(pid: u64, worker: Public)
        Contribution(pid: u64, user: AccountId32, amount: u128)
        Withdrawal(pid: u64, user: AccountId32, amount: u128)
        RewardsWithdrawn(pid: u64, user: AccountId32, amount: u128)
        OwnerRewardsWithdrawn(pid: u64, user: AccountId32, amount: u128)
        StakerRewardsWithdrawn(pid: u64, user: AccountId32, amount: u128)
        PoolSlashed(pid: u64, amount: u128)
        SlashSettled(pid: u64, user: AccountId32, amount: u128)
        RewardDismissedNotInPool(worker: Public, amount: u128)
        RewardDismissedNoShare(pid: u64, amount: u128)
        RewardDismissedDust(pid: u64, amount: u128)
        DustRemoved(user: AccountId32, amount: u128)
        PoolWorkerRemoved(pid: u64, worker: Public)
        WithdrawalQueued(pid: u64, user: AccountId32, shares: u128)
        PoolWhitelistCreated(pid: u64)
        PoolWhitelistDeleted(pid: u64)
        PoolWhitelistStakerAdded(pid: u64, staker: AccountId32)
        PoolWhitelistStakerRemoved(pid: u64, staker: AccountId32)
        WorkerReclaimed(pid: u64, worker: Public)
        """;

    /// <summary>The last layout: shares, rewards and stakes are stated.</summary>
    public static string StakePool1183 { get; } =
        StakePool1150
            .Replace(
                "PoolWorkerAdded(pid: u64, worker: Public)",
                "PoolWorkerAdded(pid: u64, worker: Public, miner: AccountId32)",
                StringComparison.Ordinal
            )
            .Replace(
                "Contribution(pid: u64, user: AccountId32, amount: u128)",
                "Contribution(pid: u64, user: AccountId32, amount: u128, shares: u128)",
                StringComparison.Ordinal
            )
            .Replace(
                "\nWithdrawal(pid: u64, user: AccountId32, amount: u128)",
                "\nWithdrawal(pid: u64, user: AccountId32, amount: u128, shares: u128)",
                StringComparison.Ordinal
            )
            .Replace(
                "WorkerReclaimed(pid: u64, worker: Public)",
                "WorkerReclaimed(pid: u64, worker: Public, original_stake: u128)",
                StringComparison.Ordinal
            )
        + "\nRewardReceived(pid: u64, to_owner: u128, to_stakers: u128)\nMiningStarted(pid: u64, worker: Public, amount: u128)";

    public const string Mining1060 = """
        CoolDownExpirationChanged(u64)
        MinerStarted(AccountId32)
        MinerStopped(AccountId32)
        MinerReclaimed(AccountId32, u128, u128)
        MinerBound(AccountId32, Public)
        MinerUnbound(AccountId32, Public)
        MinerEnterUnresponsive(AccountId32)
        MinerExitUnresponive(AccountId32)
        MinerSettled(AccountId32, u128, u128)
        InternalErrorMinerSettleFailed(Public)
        SubsidyBudgetHalved
        InternalErrorWrongHalvingConfigured
        """;

    public static string Mining1090 { get; } =
        Mining1060.Replace("MinerExitUnresponive", "MinerExitUnresponsive", StringComparison.Ordinal)
        + "\nTokenomicParametersChanged\nMinerSettlementDropped(AccountId32, u128, u128)";

    public const string Mining1131 = """
        CoolDownExpirationChanged(period: u64)
        MinerStarted(miner: AccountId32)
        MinerStopped(miner: AccountId32)
        MinerReclaimed(miner: AccountId32, original_stake: u128, slashed: u128)
        MinerBound(miner: AccountId32, worker: Public)
        MinerUnbound(miner: AccountId32, worker: Public)
        MinerEnterUnresponsive(miner: AccountId32)
        MinerExitUnresponsive(miner: AccountId32)
        MinerSettled(miner: AccountId32, v_bits: u128, payout_bits: u128)
        InternalErrorMinerSettleFailed(worker: Public)
        SubsidyBudgetHalved
        InternalErrorWrongHalvingConfigured
        TokenomicParametersChanged
        MinerSettlementDropped(miner: AccountId32, v: u128, payout: u128)
        """;

    public static string Mining1170 { get; } =
        Mining1131.Replace(
            "MinerStarted(miner: AccountId32)",
            "MinerStarted(miner: AccountId32, init_v: u128, init_p: u32)",
            StringComparison.Ordinal
        ) + "\nBenchmarkUpdated(miner: AccountId32, p_instant: u32)";

    public const string Calls1060 = """
        create
        add_worker(pid: u64, pubkey: Public)
        remove_worker(pid: u64, worker: Public)
        set_cap(pid: u64, cap: u128)
        set_payout_pref(pid: u64, payout_commission: Permill)
        claim_rewards(pid: u64, target: AccountId32)
        contribute(pid: u64, amount: u128)
        withdraw(pid: u64, shares: u128)
        start_mining(pid: u64, worker: Public, stake: u128)
        stop_mining(pid: u64, worker: Public)
        reclaim_pool_worker(pid: u64, worker: Public)
        """;

    public const string Calls1120 =
        Calls1060
        + "\nreconcile_withdraw_queue@13(pid: u64, account: AccountId32)\nrestart_mining@14(pid: u64, worker: Public, stake: u128)";

    public const string Calls1150 =
        Calls1120
        + "\nadd_staker_to_whitelist@15(pid: u64, staker: AccountId32)\nremove_staker_from_whitelist@17(pid: u64, staker: AccountId32)"
        + "\nclaim_owner_rewards@19(pid: u64, target: AccountId32)\nclaim_staker_rewards@20(pid: u64, target: AccountId32)";

    /// <summary>What the pallets store.</summary>
    public const string Types = """
        struct CodecFixedPoint phala_pallets::utils::fixed_point::FixedPoint (u128)
        struct WithdrawInfo phala_pallets::stakepool::pallet::WithdrawInfo (user: AccountId32, shares: u128, start_time: u64)
        struct PoolInfo phala_pallets::stakepool::pallet::PoolInfo (pid: u64, owner: AccountId32, payout_commission: Option<Permill>, owner_reward: u128, cap: Option<u128>, reward_acc: CodecFixedPoint, total_shares: u128, total_stake: u128, free_stake: u128, releasing_stake: u128, workers: Vec<Public>, withdraw_queue: Vec<WithdrawInfo>)
        struct UserStakeInfo phala_pallets::stakepool::pallet::UserStakeInfo (user: AccountId32, locked: u128, shares: u128, available_rewards: u128, reward_debt: u128)
        """;
}
