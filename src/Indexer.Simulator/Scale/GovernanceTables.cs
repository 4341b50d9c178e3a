namespace Indexer.Simulator.Scale;

/// <summary>Events, calls and errors of the governance pallets, in the order of their variant indices.</summary>
internal static class GovernanceTables
{
    public const string UtilityEvents = """
        BatchInterrupted(index: u32, error: DispatchError)
        BatchCompleted
        BatchCompletedWithErrors
        ItemCompleted
        ItemFailed(error: DispatchError)
        DispatchedAs(result: Result<(),DispatchError>)
        """;

    public const string UtilityCalls = """
        batch@0(calls: Vec<RuntimeCall>)
        as_derivative@1(index: u16, call: RuntimeCall)
        batch_all@2(calls: Vec<RuntimeCall>)
        force_batch@4(calls: Vec<RuntimeCall>)
        """;

    public const string ProxyEvents = """
        ProxyExecuted(result: Result<(),DispatchError>)
        PureCreated(pure: AccountId32, who: AccountId32, proxy_type: ProxyType, disambiguation_index: u16)
        Announced(real: AccountId32, proxy: AccountId32, call_hash: H256)
        ProxyAdded(delegator: AccountId32, delegatee: AccountId32, proxy_type: ProxyType, delay: u32)
        ProxyRemoved(delegator: AccountId32, delegatee: AccountId32, proxy_type: ProxyType, delay: u32)
        """;

    public const string ProxyCalls = """
        proxy@0(real: MultiAddress, force_proxy_type: Option<ProxyType>, call: RuntimeCall)
        add_proxy@1(delegate: MultiAddress, proxy_type: ProxyType, delay: u32)
        """;

    public const string ProxyErrors =
        "TooMany\nNotFound\nNotProxy\nUnproxyable\nDuplicate\nNoPermission\nUnannounced\nNoSelfProxy";

    public const string SchedulerHashedEvents = """
        Scheduled(when: u32, index: u32)
        Canceled(when: u32, index: u32)
        Dispatched(task: (u32,u32), id: Option<Vec<u8>>, result: Result<(),DispatchError>)
        CallLookupFailed(task: (u32,u32), id: Option<Vec<u8>>, error: LookupError)
        """;

    public const string SchedulerBoundedEvents = """
        Scheduled(when: u32, index: u32)
        Canceled(when: u32, index: u32)
        Dispatched(task: (u32,u32), id: Option<[u8;32]>, result: Result<(),DispatchError>)
        CallUnavailable(task: (u32,u32), id: Option<[u8;32]>)
        PeriodicFailed(task: (u32,u32), id: Option<[u8;32]>)
        PermanentlyOverweight(task: (u32,u32), id: Option<[u8;32]>)
        """;

    public const string PreimageEvents = "Noted(hash: H256)\nRequested(hash: H256)\nCleared(hash: H256)";

    public const string PreimageCalls = """
        note_preimage@0(bytes: Vec<u8>)
        unnote_preimage@1(hash: H256)
        request_preimage@2(hash: H256)
        unrequest_preimage@3(hash: H256)
        """;

    public const string PreimageErrors = "TooBig\nAlreadyNoted\nNotAuthorized\nNotNoted\nRequested\nNotRequested";

    public const string DemocracyHashedEvents = """
        Proposed(proposal_index: u32, deposit: u128)
        Tabled(proposal_index: u32, deposit: u128, depositors: Vec<AccountId32>)
        ExternalTabled
        Started(ref_index: u32, threshold: VoteThreshold)
        Passed(ref_index: u32)
        NotPassed(ref_index: u32)
        Cancelled(ref_index: u32)
        Executed(ref_index: u32, result: Result<(),DispatchError>)
        Delegated(who: AccountId32, target: AccountId32)
        Undelegated(account: AccountId32)
        Vetoed(who: AccountId32, proposal_hash: H256, until: u32)
        PreimageNoted(proposal_hash: H256, who: AccountId32, deposit: u128)
        PreimageUsed(proposal_hash: H256, provider: AccountId32, deposit: u128)
        PreimageInvalid(proposal_hash: H256, ref_index: u32)
        PreimageMissing(proposal_hash: H256, ref_index: u32)
        PreimageReaped(proposal_hash: H256, provider: AccountId32, deposit: u128, reaper: AccountId32)
        Blacklisted(proposal_hash: H256)
        Voted(voter: AccountId32, ref_index: u32, vote: AccountVote)
        Seconded(seconder: AccountId32, prop_index: u32)
        ProposalCanceled(prop_index: u32)
        """;

    public const string DemocracyBoundedEvents = """
        Proposed(proposal_index: u32, deposit: u128)
        Tabled(proposal_index: u32, deposit: u128)
        ExternalTabled
        Started(ref_index: u32, threshold: VoteThreshold)
        Passed(ref_index: u32)
        NotPassed(ref_index: u32)
        Cancelled(ref_index: u32)
        Delegated(who: AccountId32, target: AccountId32)
        Undelegated(account: AccountId32)
        Vetoed(who: AccountId32, proposal_hash: H256, until: u32)
        Blacklisted(proposal_hash: H256)
        Voted(voter: AccountId32, ref_index: u32, vote: AccountVote)
        Seconded(seconder: AccountId32, prop_index: u32)
        ProposalCanceled(prop_index: u32)
        MetadataSet(owner: MetadataOwner, hash: H256)
        MetadataCleared(owner: MetadataOwner, hash: H256)
        MetadataTransferred(prev_owner: MetadataOwner, owner: MetadataOwner, hash: H256)
        """;

    public const string DemocracyHashedCalls = """
        propose@0(proposal_hash: H256, value: Compact<u128>)
        second@1(proposal: Compact<u32>, seconds_upper_bound: Compact<u32>)
        vote@2(ref_index: Compact<u32>, vote: AccountVote)
        emergency_cancel@3(ref_index: u32)
        external_propose@4(proposal_hash: H256)
        external_propose_majority@5(proposal_hash: H256)
        external_propose_default@6(proposal_hash: H256)
        fast_track@7(proposal_hash: H256, voting_period: u32, delay: u32)
        veto_external@8(proposal_hash: H256)
        cancel_referendum@9(ref_index: Compact<u32>)
        delegate@11(to: MultiAddress, conviction: Conviction, balance: u128)
        undelegate@12
        clear_public_proposals@13
        note_preimage@14(encoded_proposal: Vec<u8>)
        unlock@19(target: MultiAddress)
        remove_vote@20(index: u32)
        remove_other_vote@21(target: MultiAddress, index: u32)
        enact_proposal@22(proposal_hash: H256, index: u32)
        blacklist@23(proposal_hash: H256, maybe_ref_index: Option<u32>)
        cancel_proposal@24(prop_index: Compact<u32>)
        """;

    public const string DemocracyBoundedCalls = """
        propose@0(proposal: Bounded, value: Compact<u128>)
        second@1(proposal: Compact<u32>)
        vote@2(ref_index: Compact<u32>, vote: AccountVote)
        emergency_cancel@3(ref_index: u32)
        external_propose@4(proposal: Bounded)
        external_propose_majority@5(proposal: Bounded)
        external_propose_default@6(proposal: Bounded)
        fast_track@7(proposal_hash: H256, voting_period: u32, delay: u32)
        veto_external@8(proposal_hash: H256)
        cancel_referendum@9(ref_index: Compact<u32>)
        delegate@10(to: MultiAddress, conviction: Conviction, balance: u128)
        undelegate@11
        clear_public_proposals@12
        unlock@13(target: MultiAddress)
        remove_vote@14(index: u32)
        remove_other_vote@15(target: MultiAddress, index: u32)
        blacklist@16(proposal_hash: H256, maybe_ref_index: Option<u32>)
        cancel_proposal@17(prop_index: Compact<u32>)
        set_metadata@18(owner: MetadataOwner, maybe_hash: Option<H256>)
        """;

    public const string DemocracyHashedErrors =
        "ValueLow\nProposalMissing\nAlreadyCanceled\nDuplicateProposal\nProposalBlacklisted\nNotSimpleMajority\nInvalidHash\n"
        + "NoProposal\nAlreadyVetoed\nDuplicatePreimage\nNotImminent\nTooEarly\nImminent\nPreimageMissing\nReferendumInvalid\n"
        + "PreimageInvalid\nNoneWaiting\nNotVoter\nNoPermission\nAlreadyDelegating\nInsufficientFunds\nNotDelegating\nVotesExist\n"
        + "InstantNotAllowed\nNonsense\nWrongUpperBound\nMaxVotesReached\nTooManyProposals\nVotingPeriodLow";

    public const string DemocracyBoundedErrors =
        "ValueLow\nProposalMissing\nAlreadyCanceled\nDuplicateProposal\nProposalBlacklisted\nNotSimpleMajority\nInvalidHash\n"
        + "NoProposal\nAlreadyVetoed\nReferendumInvalid\nNoneWaiting\nNotVoter\nNoPermission\nAlreadyDelegating\n"
        + "InsufficientFunds\nNotDelegating\nVotesExist\nInstantNotAllowed\nNonsense\nWrongUpperBound\nMaxVotesReached\nTooMany\n"
        + "VotingPeriodLow\nPreimageNotExist";

    public const string CollectiveEvents = """
        Proposed(account: AccountId32, proposal_index: u32, proposal_hash: H256, threshold: u32)
        Voted(account: AccountId32, proposal_hash: H256, voted: bool, yes: u32, no: u32)
        Approved(proposal_hash: H256)
        Disapproved(proposal_hash: H256)
        Executed(proposal_hash: H256, result: Result<(),DispatchError>)
        MemberExecuted(proposal_hash: H256, result: Result<(),DispatchError>)
        Closed(proposal_hash: H256, yes: u32, no: u32)
        """;

    public const string CollectiveHashedCalls = """
        set_members@0(new_members: Vec<AccountId32>, prime: Option<AccountId32>, old_count: u32)
        execute@1(proposal: RuntimeCall, length_bound: Compact<u32>)
        propose@2(threshold: Compact<u32>, proposal: RuntimeCall, length_bound: Compact<u32>)
        vote@3(proposal: H256, index: Compact<u32>, approve: bool)
        close@4(proposal_hash: H256, index: Compact<u32>, proposal_weight_bound: Compact<u64>, length_bound: Compact<u32>)
        disapprove_proposal@5(proposal_hash: H256)
        """;

    public const string CollectiveBoundedCalls = """
        set_members@0(new_members: Vec<AccountId32>, prime: Option<AccountId32>, old_count: u32)
        execute@1(proposal: RuntimeCall, length_bound: Compact<u32>)
        propose@2(threshold: Compact<u32>, proposal: RuntimeCall, length_bound: Compact<u32>)
        vote@3(proposal: H256, index: Compact<u32>, approve: bool)
        disapprove_proposal@5(proposal_hash: H256)
        close@6(proposal_hash: H256, index: Compact<u32>, proposal_weight_bound: Weight, length_bound: Compact<u32>)
        """;

    public const string CollectiveErrors =
        "NotMember\nDuplicateProposal\nProposalMissing\nWrongIndex\nDuplicateVote\nAlreadyInitialized\nTooEarly\n"
        + "TooManyProposals\nWrongProposalWeight\nWrongProposalLength";

    public const string TreasuryHashedEvents = """
        Proposed(proposal_index: u32)
        Spending(budget_remaining: u128)
        Awarded(proposal_index: u32, award: u128, account: AccountId32)
        Rejected(proposal_index: u32, slashed: u128)
        Burnt(burnt_funds: u128)
        Rollover(rollover_balance: u128)
        Deposit(value: u128)
        SpendApproved(proposal_index: u32, amount: u128, beneficiary: AccountId32)
        """;

    public const string TreasuryBoundedEvents =
        TreasuryHashedEvents + "\nUpdatedInactive(reactivated: u128, deactivated: u128)";

    public const string TreasuryCalls = """
        propose_spend@0(value: Compact<u128>, beneficiary: MultiAddress)
        reject_proposal@1(proposal_id: Compact<u32>)
        approve_proposal@2(proposal_id: Compact<u32>)
        spend@3(amount: Compact<u128>, beneficiary: MultiAddress)
        remove_approval@4(proposal_id: Compact<u32>)
        """;

    public const string TreasuryErrors =
        "InsufficientProposersBalance\nInvalidIndex\nTooManyApprovals\nInsufficientPermission\nProposalNotApproved";

    public const string BountiesEvents = """
        BountyProposed(index: u32)
        BountyRejected(index: u32, bond: u128)
        BountyBecameActive(index: u32)
        BountyAwarded(index: u32, beneficiary: AccountId32)
        BountyClaimed(index: u32, payout: u128, beneficiary: AccountId32)
        BountyCanceled(index: u32)
        BountyExtended(index: u32)
        """;

    public const string BountiesCalls = """
        propose_bounty@0(value: Compact<u128>, description: Vec<u8>)
        approve_bounty@1(bounty_id: Compact<u32>)
        propose_curator@2(bounty_id: Compact<u32>, curator: MultiAddress, fee: Compact<u128>)
        unassign_curator@3(bounty_id: Compact<u32>)
        accept_curator@4(bounty_id: Compact<u32>)
        award_bounty@5(bounty_id: Compact<u32>, beneficiary: MultiAddress)
        claim_bounty@6(bounty_id: Compact<u32>)
        close_bounty@7(bounty_id: Compact<u32>)
        extend_bounty_expiry@8(bounty_id: Compact<u32>, remark: Vec<u8>)
        """;

    public const string BountiesErrors =
        "InsufficientProposersBalance\nInvalidIndex\nReasonTooBig\nUnexpectedStatus\nRequireCurator\nInvalidValue\nInvalidFee\n"
        + "PendingPayout\nPremature\nHasActiveChildBounty\nTooManyQueued";

    public const string ChildBountiesEvents = """
        Added(index: u32, child_index: u32)
        Awarded(index: u32, child_index: u32, beneficiary: AccountId32)
        Claimed(index: u32, child_index: u32, payout: u128, beneficiary: AccountId32)
        Canceled(index: u32, child_index: u32)
        """;

    public const string ChildBountiesCalls = """
        add_child_bounty@0(parent_bounty_id: Compact<u32>, value: Compact<u128>, description: Vec<u8>)
        propose_curator@1(parent_bounty_id: Compact<u32>, child_bounty_id: Compact<u32>, curator: MultiAddress, fee: Compact<u128>)
        accept_curator@2(parent_bounty_id: Compact<u32>, child_bounty_id: Compact<u32>)
        unassign_curator@3(parent_bounty_id: Compact<u32>, child_bounty_id: Compact<u32>)
        award_child_bounty@4(parent_bounty_id: Compact<u32>, child_bounty_id: Compact<u32>, beneficiary: MultiAddress)
        claim_child_bounty@5(parent_bounty_id: Compact<u32>, child_bounty_id: Compact<u32>)
        close_child_bounty@6(parent_bounty_id: Compact<u32>, child_bounty_id: Compact<u32>)
        """;

    public const string ChildBountiesErrors = "ParentBountyNotActive\nInsufficientBountyBalance\nTooManyChildBounties";

    public const string ElectionEvents = """
        NewTerm(new_members: Vec<(AccountId32,u128)>)
        EmptyTerm
        ElectionError
        MemberKicked(member: AccountId32)
        Renounced(candidate: AccountId32)
        CandidateSlashed(candidate: AccountId32, amount: u128)
        SeatHolderSlashed(seat_holder: AccountId32, amount: u128)
        """;

    public const string ElectionCalls = """
        vote@0(votes: Vec<AccountId32>, value: Compact<u128>)
        remove_voter@1
        submit_candidacy@2(candidate_count: Compact<u32>)
        renounce_candidacy@3(renouncing: Renouncing)
        remove_member@4(who: MultiAddress, slash_bond: bool, rerun_election: bool)
        clean_defunct_voters@5(num_voters: u32, num_defunct: u32)
        """;

    public const string ElectionErrors =
        "UnableToVote\nNoVotes\nTooManyVotes\nMaximumVotesExceeded\nLowBalance\nUnableToPayBond\nMustBeVoter\n"
        + "DuplicatedCandidate\nTooManyCandidates\nMemberSubmit\nRunnerUpSubmit\nInsufficientCandidateFunds\nNotMember\n"
        + "InvalidWitnessData\nInvalidVoteCount\nInvalidRenouncing\nInvalidReplacement";

    public const string TipsEvents = """
        NewTip(tip_hash: H256)
        TipClosing(tip_hash: H256)
        TipClosed(tip_hash: H256, who: AccountId32, payout: u128)
        TipRetracted(tip_hash: H256)
        TipSlashed(tip_hash: H256, finder: AccountId32, deposit: u128)
        """;

    public const string TipsCalls = """
        report_awesome@0(reason: Vec<u8>, who: MultiAddress)
        retract_tip@1(hash: H256)
        tip_new@2(reason: Vec<u8>, who: MultiAddress, tip_value: Compact<u128>)
        tip@3(hash: H256, tip_value: Compact<u128>)
        close_tip@4(hash: H256)
        slash_tip@5(hash: H256)
        """;

    public const string TipsErrors = "ReasonTooBig\nAlreadyKnown\nUnknownTip\nNotFinder\nStillOpen\nPremature";

    public const string WrappedErrors =
        "StakerAccountNotFound\nUnwrapAmountExceedsAvaliableStake\nVoteAmountLargerThanTotalStakes\nReferendumInvalid\n"
        + "ReferendumOngoing\nIterationsIsNotVaild";

    public const string BalancesErrors =
        "VestingBalance\nLiquidityRestrictions\nInsufficientBalance\nExistentialDeposit\nKeepAlive\nExistingVestingSchedule\n"
        + "DeadAccount\nTooManyReserves";
}
