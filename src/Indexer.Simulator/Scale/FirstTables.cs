namespace Indexer.Simulator.Scale;

/// <summary>
/// Events and calls of the first layout (Khala to spec 1080) where they differ from the later ones. Metadata V13 numbers both by
/// their place, so that every one stands here; it names no fields of events, and neither does anything read these names.
/// </summary>
internal static class FirstTables
{
    public const string UtilityEvents1 = """
        BatchInterrupted(index: u32, error: DispatchError)
        BatchCompleted
        """;

    public const string UtilityCalls1 = """
        batch(calls: Vec<RuntimeCall>)
        as_derivative(index: u16, call: RuntimeCall)
        batch_all(calls: Vec<RuntimeCall>)
        """;

    public const string UtilityEvents1080 =
        UtilityEvents1
        + "\n"
        + """
            BatchCompletedWithErrors(indexes: Vec<u32>)
            ItemCompleted
            ItemFailed(index: u32, error: DispatchError)
            """;

    public const string UtilityCalls1080 = UtilityCalls1 + "\nbatch_try(calls: Vec<RuntimeCall>)";

    public const string ProxyEvents = """
        ProxyExecuted(result: Result<(),DispatchError>)
        AnonymousCreated(anonymous: AccountId32, who: AccountId32, proxy_type: ProxyType, disambiguation_index: u16)
        Announced(real: AccountId32, proxy: AccountId32, call_hash: H256)
        """;

    public const string ProxyCalls = """
        proxy(real: AccountId32, force_proxy_type: Option<ProxyType>, call: RuntimeCall)
        add_proxy(delegate: AccountId32, proxy_type: ProxyType, delay: u32)
        remove_proxy(delegate: AccountId32, proxy_type: ProxyType, delay: u32)
        remove_proxies
        """;

    public const string SchedulerEvents = """
        Scheduled(when: u32, index: u32)
        Canceled(when: u32, index: u32)
        Dispatched(task: (u32,u32), id: Option<Vec<u8>>, result: Result<(),DispatchError>)
        """;

    public const string DemocracyEvents = """
        Proposed(proposal_index: u32, deposit: u128)
        Tabled(proposal_index: u32, deposit: u128, depositors: Vec<AccountId32>)
        ExternalTabled
        Started(ref_index: u32, threshold: VoteThreshold)
        Passed(ref_index: u32)
        NotPassed(ref_index: u32)
        Cancelled(ref_index: u32)
        Executed(ref_index: u32, is_ok: bool)
        Delegated(who: AccountId32, target: AccountId32)
        Undelegated(account: AccountId32)
        Vetoed(who: AccountId32, proposal_hash: H256, until: u32)
        PreimageNoted(proposal_hash: H256, who: AccountId32, deposit: u128)
        PreimageUsed(proposal_hash: H256, provider: AccountId32, deposit: u128)
        PreimageInvalid(proposal_hash: H256, ref_index: u32)
        PreimageMissing(proposal_hash: H256, ref_index: u32)
        PreimageReaped(proposal_hash: H256, provider: AccountId32, deposit: u128, reaper: AccountId32)
        Unlocked(account: AccountId32)
        Blacklisted(proposal_hash: H256)
        """;

    public const string DemocracyCalls = """
        propose(proposal_hash: H256, value: Compact<u128>)
        second(proposal: Compact<u32>, seconds_upper_bound: Compact<u32>)
        vote(ref_index: Compact<u32>, vote: AccountVote)
        emergency_cancel(ref_index: u32)
        external_propose(proposal_hash: H256)
        external_propose_majority(proposal_hash: H256)
        external_propose_default(proposal_hash: H256)
        fast_track(proposal_hash: H256, voting_period: u32, delay: u32)
        veto_external(proposal_hash: H256)
        cancel_referendum(ref_index: Compact<u32>)
        cancel_queued(which: u32)
        delegate(to: AccountId32, conviction: Conviction, balance: u128)
        undelegate
        clear_public_proposals
        note_preimage(encoded_proposal: Vec<u8>)
        note_preimage_operational(encoded_proposal: Vec<u8>)
        note_imminent_preimage(encoded_proposal: Vec<u8>)
        note_imminent_preimage_operational(encoded_proposal: Vec<u8>)
        reap_preimage(proposal_hash: H256, proposal_len_upper_bound: Compact<u32>)
        unlock(target: AccountId32)
        remove_vote(index: u32)
        remove_other_vote(target: AccountId32, index: u32)
        enact_proposal(proposal_hash: H256, index: u32)
        blacklist(proposal_hash: H256, maybe_ref_index: Option<u32>)
        cancel_proposal(prop_index: Compact<u32>)
        """;

    public const string TreasuryEvents = """
        Proposed(proposal_index: u32)
        Spending(budget_remaining: u128)
        Awarded(proposal_index: u32, award: u128, account: AccountId32)
        Rejected(proposal_index: u32, slashed: u128)
        Burnt(burnt_funds: u128)
        Rollover(rollover_balance: u128)
        Deposit(value: u128)
        """;

    public const string TreasuryCalls = """
        propose_spend(value: Compact<u128>, beneficiary: MultiAddress)
        reject_proposal(proposal_id: Compact<u32>)
        approve_proposal(proposal_id: Compact<u32>)
        """;

    public const string ElectionCalls = """
        vote(votes: Vec<AccountId32>, value: Compact<u128>)
        remove_voter
        submit_candidacy(candidate_count: Compact<u32>)
        renounce_candidacy(renouncing: Renouncing)
        remove_member(who: MultiAddress, has_replacement: bool)
        clean_defunct_voters(num_voters: u32, num_defunct: u32)
        """;

    public const string TipsCalls = """
        report_awesome(reason: Vec<u8>, who: AccountId32)
        retract_tip(hash: H256)
        tip_new(reason: Vec<u8>, who: AccountId32, tip_value: Compact<u128>)
        tip(hash: H256, tip_value: Compact<u128>)
        close_tip(hash: H256)
        slash_tip(hash: H256)
        """;

    public const string BalancesEvents = """
        Endowed(account: AccountId32, free_balance: u128)
        DustLost(account: AccountId32, amount: u128)
        Transfer(from: AccountId32, to: AccountId32, amount: u128)
        BalanceSet(who: AccountId32, free: u128, reserved: u128)
        Deposit(who: AccountId32, amount: u128)
        Reserved(who: AccountId32, amount: u128)
        Unreserved(who: AccountId32, amount: u128)
        ReserveRepatriated(from: AccountId32, to: AccountId32, amount: u128, destination_status: BalanceStatus)
        """;

    public const string BalancesCalls = """
        transfer(dest: MultiAddress, value: Compact<u128>)
        set_balance(who: MultiAddress, new_free: Compact<u128>, new_reserved: Compact<u128>)
        force_transfer(source: MultiAddress, dest: MultiAddress, value: Compact<u128>)
        """;

    public const string SystemCalls = """
        fill_block(_ratio: Perbill)
        remark(_remark: Vec<u8>)
        set_heap_pages(pages: u64)
        set_code(code: Vec<u8>)
        set_code_without_checks(code: Vec<u8>)
        set_changes_trie_config(changes_trie_config: Option<ChangesTrieConfiguration>)
        set_storage(items: Vec<KeyValue>)
        kill_storage(keys: Vec<Key>)
        kill_prefix(prefix: Key, _subkeys: u32)
        remark_with_event(remark: Vec<u8>)
        """;
}
