namespace Indexer.Simulator.Scale;

/// <summary>Events and calls of the staking pallets, in the order of their variant indices; later layouts add to earlier ones.</summary>
internal static class StakingTables
{
    public const string Registry = """
        GatekeeperAdded(pubkey: Public)
        GatekeeperRemoved(pubkey: Public)
        WorkerAdded(pubkey: Public, attestation_provider: Option<AttestationProvider>, confidence_level: u8)
        WorkerUpdated(pubkey: Public, attestation_provider: Option<AttestationProvider>, confidence_level: u8)
        MasterKeyRotated(rotation_id: u64, master_pubkey: Public)
        MasterKeyRotationFailed(rotation_lock: Option<u64>, gatekeeper_rotation_id: u64)
        InitialScoreSet(pubkey: Public, init_score: u32)
        """;

    public const string Computation = """
        CoolDownExpirationChanged(period: u64)
        WorkerStarted(session: AccountId32, init_v: u128, init_p: u32)
        WorkerStopped(session: AccountId32)
        WorkerReclaimed(session: AccountId32, original_stake: u128, slashed: u128)
        SessionBound(session: AccountId32, worker: Public)
        SessionUnbound(session: AccountId32, worker: Public)
        WorkerEnterUnresponsive(session: AccountId32)
        WorkerExitUnresponsive(session: AccountId32)
        SessionSettled(session: AccountId32, v_bits: u128, payout_bits: u128)
        InternalErrorWorkerSettleFailed(worker: Public)
        SubsidyBudgetHalved
        InternalErrorWrongHalvingConfigured
        TokenomicParametersChanged
        SessionSettlementDropped(session: AccountId32, v: u128, payout: u128)
        BenchmarkUpdated(session: AccountId32, p_instant: u32)
        BudgetUpdated(nonce: u64, budget: u128)
        """;

    public const string StakePool1241 = """
        PoolCreated(owner: AccountId32, pid: u64, cid: u32, pool_account_id: AccountId32)
        PoolCommissionSet(pid: u64, commission: u32)
        PoolCapacitySet(pid: u64, cap: u128)
        PoolWorkerAdded(pid: u64, worker: Public, session: AccountId32)
        Contribution(pid: u64, user: AccountId32, amount: u128, shares: u128, as_vault: Option<u64>)
        OwnerRewardsWithdrawn(pid: u64, user: AccountId32, amount: u128)
        PoolSlashed(pid: u64, amount: u128)
        SlashSettled(pid: u64, user: AccountId32, amount: u128)
        RewardDismissedNotInPool(worker: Public, amount: u128)
        RewardDismissedNoShare(pid: u64, amount: u128)
        RewardDismissedDust(pid: u64, amount: u128)
        PoolWorkerRemoved(pid: u64, worker: Public)
        WorkerReclaimed(pid: u64, worker: Public)
        RewardReceived(pid: u64, to_owner: u128, to_stakers: u128)
        WorkingStarted(pid: u64, worker: Public, amount: u128)
        """;

    public const string StakePool1250 =
        StakePool1241
        + "\nRewardToOwnerDismissedDust(pid: u64, amount: u128)\nRewardToDistributionDismissedDust(pid: u64, amount: u128)";

    public const string Vault1241 = """
        PoolCreated(owner: AccountId32, pid: u64, cid: u32, pool_account_id: AccountId32)
        VaultCommissionSet(pid: u64, commission: u32)
        OwnerSharesClaimed(pid: u64, user: AccountId32, shares: u128)
        OwnerSharesGained(pid: u64, shares: u128, checkout_price: u128)
        Contribution(pid: u64, user: AccountId32, amount: u128, shares: u128)
        """;

    public const string Vault1254 = Vault1241 + "\nForceShutdown(pid: u64, reason: ForceShutdownReason)";

    public const string BasePool1241 = """
        NftCreated(pid: u64, cid: u32, nft_id: u32, owner: AccountId32, shares: u128)
        WithdrawalQueued(pid: u64, user: AccountId32, shares: u128, nft_id: u32, as_vault: Option<u64>)
        Withdrawal(pid: u64, user: AccountId32, amount: u128, shares: u128)
        PoolWhitelistCreated(pid: u64)
        PoolWhitelistDeleted(pid: u64)
        PoolWhitelistStakerAdded(pid: u64, staker: AccountId32)
        PoolWhitelistStakerRemoved(pid: u64, staker: AccountId32)
        """;

    public const string BasePool1254 = """
        NftCreated(pid: u64, cid: u32, nft_id: u32, owner: AccountId32, shares: u128)
        WithdrawalQueued(pid: u64, user: AccountId32, shares: u128, nft_id: u32, as_vault: Option<u64>, withdrawing_nft_id: u32)
        Withdrawal(pid: u64, user: AccountId32, amount: u128, shares: u128, burnt_shares: u128)
        PoolWhitelistCreated(pid: u64)
        PoolWhitelistDeleted(pid: u64)
        PoolWhitelistStakerAdded(pid: u64, staker: AccountId32)
        PoolWhitelistStakerRemoved(pid: u64, staker: AccountId32)
        """;

    public const string Wrapped = """
        DustRemoved(user: AccountId32, amount: u128)
        Wrapped(user: AccountId32, amount: u128)
        Unwrapped(user: AccountId32, amount: u128)
        Voted(user: AccountId32, vote_id: u32, aye_amount: u128, nay_amount: u128)
        """;

    public const string StakePoolCalls = """
        create@0
        add_worker@1(pid: u64, pubkey: Public)
        remove_worker@2(pid: u64, worker: Public)
        set_cap@3(pid: u64, cap: u128)
        set_payout_pref@4(pid: u64, payout_commission: Option<u32>)
        claim_owner_rewards@7(pid: u64, target: AccountId32)
        check_and_maybe_force_withdraw@8(pid: u64)
        contribute@9(pid: u64, amount: u128, as_vault: Option<u64>)
        withdraw@10(pid: u64, shares: u128, as_vault: Option<u64>)
        start_computing@13(pid: u64, worker: Public, stake: u128)
        stop_computing@14(pid: u64, worker: Public)
        reclaim_pool_worker@15(pid: u64, worker: Public)
        """;

    public const string VaultCalls = """
        create@0
        set_payout_pref@1(pid: u64, payout_commission: Option<u32>)
        claim_owner_shares@2(vault_pid: u64, target: AccountId32, shares: u128)
        maybe_gain_owner_shares@3(vault_pid: u64)
        check_and_maybe_force_withdraw@4(vault_pid: u64)
        contribute@5(pid: u64, amount: u128)
        withdraw@6(pid: u64, shares: u128)
        """;

    public const string BasePoolCalls = """
        add_staker_to_whitelist@0(pid: u64, staker: AccountId32)
        remove_staker_from_whitelist@4(pid: u64, staker: AccountId32)
        """;

    public const string WrappedCalls = """
        wrap@0(amount: u128)
        unwrap_all@1
        unwrap@2(amount: u128)
        vote@3(aye_amount: u128, nay_amount: u128, vote_id: u32)
        unlock@4(vote_id: u32, max_iterations: u32)
        """;
}
