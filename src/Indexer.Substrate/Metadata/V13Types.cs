namespace Indexer.Substrate.Metadata;

/// <summary>
/// What the type names in metadata before version 14 stand for, on the chains that had it: Khala to spec 1080 (polkadot 0.9.8 to
/// 0.9.10). A name with a pallet before it holds in that pallet only. Names of the same meaning over all those specs need no
/// range; what grew since did so at its end. Enums and structs bear the names of cases and fields that the registry of
/// later metadata has.
/// </summary>
internal static class V13Types
{
    /// <summary>One type a line, <c>name = type</c> in the notation of <see cref="TypeTextReader"/>.</summary>
    internal static IEnumerable<string> Lines =>
        string.Join('\n', Basics, Extrinsics, Blocks, System, Parachain, Money, Accounts, Governance, Bridge, Phala)
            .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private const string Basics = """
        AccountId = AccountId32
        AccountId32 = {[u8; 32]}
        Hash = H256
        H256 = {[u8; 32]}
        U256 = {[u64; 4]}
        Public = {[u8; 32]}
        AuthorityId = Public
        ValidatorId = AccountId
        Keys = {aura: Public}
        KeyTypeId = [u8; 4]
        Balance = u128
        BalanceOf = Balance
        BlockNumber = u32
        RelayChainBlockNumber = u32
        Index = u32
        Moment = u64
        Slot = u64
        SessionIndex = u32
        Weight = u64
        Perbill = {u32}
        Permill = {u32}
        Percent = {u8}
        Multiplier = {u128}
        PalletId = {[u8; 8]}
        LockIdentifier = [u8; 8]
        ReserveIdentifier = [u8; 8]
        Proposal = Call
        CallHash = [u8; 32]
        CallHashOf = Hash
        """;

    private static string Extrinsics =>
        $$"""
            Address = MultiAddress
            Source = MultiAddress
            MultiAddress = Id(AccountId) | Index(Compact<()>) | Raw(Vec<u8>) | Address32([u8; 32]) | Address20([u8; 20])
            MultiSignature = Ed25519([u8; 64]) | Sr25519([u8; 64]) | Ecdsa([u8; 65])
            Era = Immortal | {{string.Join(
                " | ",
                Enumerable.Range(1, byte.MaxValue).Select(first => $"Mortal{first}(u8)")
            )}}
            CheckSpecVersion = ()
            CheckTxVersion = ()
            CheckGenesis = ()
            CheckMortality = Era
            CheckNonce = Compact<Index>
            CheckWeight = ()
            CheckMqSequence = ()
            ChargeTransactionPayment = Compact<Balance>
            """;

    private const string Blocks = """
        Header = {parent_hash: Hash, number: Compact<BlockNumber>, state_root: Hash, extrinsics_root: Hash, digest: DigestOf}
        DigestOf = {logs: Vec<DigestItem>}
        DigestItem = Other(Vec<u8>) | ChangesTrieRoot@2(Hash) | Consensus@4([u8; 4], Vec<u8>) | Seal@5([u8; 4], Vec<u8>) | PreRuntime@6([u8; 4], Vec<u8>) | ChangesTrieSignal@7(ChangesTrieSignal) | RuntimeEnvironmentUpdated@8
        ChangesTrieSignal = | NewConfiguration(Option<ChangesTrieConfiguration>)
        ChangesTrieConfiguration = {digest_interval: u32, digest_levels: u32}
        EventRecord = {phase: Phase, event: Event, topics: Vec<Hash>}
        EventIndex = u32
        Phase = ApplyExtrinsic(u32) | Finalization | Initialization
        UncleEntryItem = InclusionHeight(BlockNumber) | Uncle(Hash, Option<AccountId>)
        """;

    private const string System = """
        AccountInfo = {nonce: Index, consumers: u32, providers: u32, sufficients: u32, data: AccountData}
        ConsumedWeight = {normal: Weight, operational: Weight, mandatory: Weight}
        BlockLength = {max: {normal: u32, operational: u32, mandatory: u32}}
        BlockWeights = {base_block: Weight, max_block: Weight, per_class: {normal: WeightsPerClass, operational: WeightsPerClass, mandatory: WeightsPerClass}}
        WeightsPerClass = {base_extrinsic: Weight, max_extrinsic: Option<Weight>, max_total: Option<Weight>, reserved: Option<Weight>}
        RuntimeDbWeight = {read: Weight, write: Weight}
        RuntimeVersion = {spec_name: str, impl_name: str, authoring_version: u32, spec_version: u32, impl_version: u32, apis: Vec<([u8; 8], u32)>, transaction_version: u32}
        LastRuntimeUpgradeInfo = {spec_version: Compact<u32>, spec_name: str}
        Key = Vec<u8>
        KeyValue = (Vec<u8>, Vec<u8>)
        DispatchResult = Result<(), DispatchError>
        DispatchError = Other | CannotLookup | BadOrigin | Module(index: u8, error: u8) | ConsumerRemaining | NoProviders | Token(TokenError) | Arithmetic(ArithmeticError)
        TokenError = NoFunds | WouldDie | BelowMinimum | CannotCreate | UnknownAsset | Frozen | Unsupported
        ArithmeticError = Underflow | Overflow | DivisionByZero
        DispatchInfo = {weight: Weight, class: DispatchClass, pays_fee: Pays}
        DispatchClass = Normal | Operational | Mandatory
        Pays = Yes | No
        PalletsOrigin = system(RawOrigin) | Council@62(CollectiveOrigin) | TechnicalCommittee@66(CollectiveOrigin)
        RawOrigin = Root | Signed(AccountId) | None
        CollectiveOrigin = Members(MemberCount, MemberCount) | Member(AccountId) | _Phantom
        """;

    private const string Parachain = """
        ParaId = u32
        ParachainInherentData = {validation_data: PersistedValidationData, relay_chain_state: StorageProof, downward_messages: Vec<InboundDownwardMessage>, horizontal_messages: BTreeMap<ParaId, Vec<InboundHrmpMessage>>}
        PersistedValidationData = {parent_head: Vec<u8>, relay_parent_number: u32, relay_parent_storage_root: Hash, max_pov_size: u32}
        StorageProof = {trie_nodes: Vec<Vec<u8>>}
        InboundDownwardMessage = {sent_at: u32, msg: Vec<u8>}
        InboundHrmpMessage = {sent_at: u32, data: Vec<u8>}
        OutboundHrmpMessage = {recipient: ParaId, data: Vec<u8>}
        UpwardMessage = Vec<u8>
        MessageQueueChain = {Hash}
        MessagingStateSnapshot = {dmq_mqc_head: Hash, relay_dispatch_queue_size: (u32, u32), ingress_channels: Vec<(ParaId, AbridgedHrmpChannel)>, egress_channels: Vec<(ParaId, AbridgedHrmpChannel)>}
        AbridgedHrmpChannel = {max_capacity: u32, max_total_size: u32, max_message_size: u32, msg_count: u32, total_size: u32, mqc_head: Option<Hash>}
        AbridgedHostConfiguration = {max_code_size: u32, max_head_data_size: u32, max_upward_queue_count: u32, max_upward_queue_size: u32, max_upward_message_size: u32, max_upward_message_num_per_candidate: u32, hrmp_max_message_num_per_candidate: u32, validation_upgrade_frequency: u32, validation_upgrade_delay: u32}
        CandidateInfo = {who: AccountId, deposit: Balance}
        """;

    private const string Money = """
        AccountData = {free: Balance, reserved: Balance, misc_frozen: Balance, fee_frozen: Balance}
        BalanceLock = {id: LockIdentifier, amount: Balance, reasons: Reasons}
        Reasons = Fee | Misc | All
        ReserveData = {id: ReserveIdentifier, amount: Balance}
        Balances.Status = Free | Reserved
        Balances.Releases = V1_0_0 | V2_0_0
        TransactionPayment.Releases = V1Ancient | V2
        WeightToFeeCoefficient = {coeff_integer: Balance, coeff_frac: Perbill, negative: bool, degree: u8}
        VestingInfo = {locked: Balance, per_block: Balance, starting_block: BlockNumber}
        Vesting.Releases = V0 | V1
        LotteryConfig = {price: Balance, start: BlockNumber, length: BlockNumber, delay: BlockNumber, repeat: bool}
        CallIndex = (u8, u8)
        """;

    private static string Accounts =>
        $$"""
            ProxyType = Any | NonTransfer | CancelProxy | Governance | Collator | StakePoolManager
            ProxyDefinition = {delegate: AccountId, proxy_type: ProxyType, delay: BlockNumber}
            Announcement = {real: AccountId, call_hash: Hash, height: BlockNumber}
            Multisig = {when: Timepoint, deposit: Balance, depositor: AccountId, approvals: Vec<AccountId>}
            Timepoint = {height: BlockNumber, index: u32}
            Registration = {judgements: Vec<(RegistrarIndex, Judgement)>, deposit: Balance, info: IdentityInfo}
            Judgement = Unknown | FeePaid(Balance) | Reasonable | KnownGood | OutOfDate | LowQuality | Erroneous
            IdentityInfo = {additional: Vec<(Data, Data)>, display: Data, legal: Data, web: Data, riot: Data, email: Data, pgp_fingerprint: Option<[u8; 20]>, image: Data, twitter: Data}
            IdentityFields = {u64}
            RegistrarInfo = {account: AccountId, fee: Balance, fields: IdentityFields}
            RegistrarIndex = u32
            Data = None | {{string.Join(
                " | ",
                Enumerable.Range(0, 33).Select(length => $"Raw{length}([u8; {length}])")
            )}} | BlakeTwo256([u8; 32]) | Sha256([u8; 32]) | Keccak256([u8; 32]) | ShaThree256([u8; 32])
            """;

    private const string Governance = """
        PropIndex = u32
        ReferendumIndex = u32
        AccountVote = Standard(vote: Vote, balance: Balance) | Split(aye: Balance, nay: Balance)
        Vote = {u8}
        Conviction = None | Locked1x | Locked2x | Locked3x | Locked4x | Locked5x | Locked6x
        VoteThreshold = SuperMajorityApprove | SuperMajorityAgainst | SimpleMajority
        ReferendumInfo = Ongoing(ReferendumStatus) | Finished(approved: bool, end: BlockNumber)
        ReferendumStatus = {end: BlockNumber, proposal_hash: Hash, threshold: VoteThreshold, delay: BlockNumber, tally: Tally}
        Tally = {ayes: Balance, nays: Balance, turnout: Balance}
        Voting = Direct(votes: Vec<(ReferendumIndex, AccountVote)>, delegations: Delegations, prior: PriorLock) | Delegating(balance: Balance, target: AccountId, conviction: Conviction, delegations: Delegations, prior: PriorLock)
        Delegations = {votes: Balance, capital: Balance}
        PriorLock = (BlockNumber, Balance)
        PreimageStatus = Missing(BlockNumber) | Available(data: Vec<u8>, provider: AccountId, deposit: Balance, since: BlockNumber, expiry: Option<BlockNumber>)
        Democracy.Releases = | V1
        MemberCount = u32
        ProposalIndex = u32
        Votes = {index: ProposalIndex, threshold: MemberCount, ayes: Vec<AccountId>, nays: Vec<AccountId>, end: BlockNumber}
        SeatHolder = {who: AccountId, stake: Balance, deposit: Balance}
        Voter = {votes: Vec<AccountId>, stake: Balance, deposit: Balance}
        Renouncing = Member | RunnerUp | Candidate(Compact<u32>)
        Treasury.Proposal = {proposer: AccountId, value: Balance, beneficiary: AccountId, bond: Balance}
        BountyIndex = u32
        Bounty = {proposer: AccountId, value: Balance, fee: Balance, curator_deposit: Balance, bond: Balance, status: BountyStatus}
        BountyStatus = Proposed | Approved | Funded | CuratorProposed(curator: AccountId) | Active(curator: AccountId, update_due: BlockNumber) | PendingPayout(curator: AccountId, beneficiary: AccountId, unlock_at: BlockNumber)
        OpenTip = {reason: Hash, who: AccountId, finder: AccountId, deposit: Balance, closes: Option<BlockNumber>, tips: Vec<(AccountId, Balance)>, finders_fee: bool}
        Priority = u8
        Period = (BlockNumber, u32)
        TaskAddress = (BlockNumber, u32)
        Scheduled = {maybe_id: Option<Vec<u8>>, priority: Priority, call: Call, maybe_periodic: Option<Period>, origin: PalletsOrigin}
        Scheduler.Releases = V1 | V2
        """;

    private const string Bridge = """
        ChainId = u8
        BridgeChainId = u8
        DepositNonce = u64
        ResourceId = [u8; 32]
        ProposalVotes = {votes_for: Vec<AccountId>, votes_against: Vec<AccountId>, status: ProposalStatus, expiry: BlockNumber}
        ProposalStatus = Initiated | Approved | Rejected
        BridgeEvent = FungibleTransfer(BridgeChainId, DepositNonce, ResourceId, U256, Vec<u8>) | NonFungibleTransfer(BridgeChainId, DepositNonce, ResourceId, Vec<u8>, Vec<u8>, Vec<u8>) | GenericTransfer(BridgeChainId, DepositNonce, ResourceId, Vec<u8>)
        AssetInfo = {dest_id: BridgeChainId, asset_identity: Vec<u8>}
        """;

    private const string Phala = """
        WorkerPublicKey = Public
        MasterPublicKey = Public
        ContractPublicKey = Public
        EcdhPublicKey = Public
        Attestation = | SgxIas(ra_report: Vec<u8>, signature: Vec<u8>, raw_signing_cert: Vec<u8>)
        WorkerRegistrationInfo = {version: u32, machine_id: Vec<u8>, pubkey: WorkerPublicKey, ecdh_pubkey: EcdhPublicKey, genesis_block_hash: Hash, features: Vec<u32>, operator: Option<AccountId>}
        WorkerInfo = {pubkey: WorkerPublicKey, ecdh_pubkey: EcdhPublicKey, runtime_version: u32, last_updated: u64, operator: Option<AccountId>, confidence_level: u8, initial_score: Option<u32>, features: Vec<u32>}
        MessageOrigin = Pallet(Vec<u8>) | Contract(Hash) | Worker(WorkerPublicKey) | AccountId(Hash) | MultiLocation(Vec<u8>) | Gatekeeper
        Message = {sender: MessageOrigin, destination: Vec<u8>, payload: Vec<u8>}
        SignedMessage = {message: Message, sequence: u64, signature: Vec<u8>}
        MinerInfo = {state: MinerState, ve: u128, v: u128, v_updated_at: u64, benchmark: Benchmark, cool_down_start: u64, stats: MinerStats}
        MinerState = Ready | MiningIdle | MiningActive | MiningUnresponsive | MiningCoolingDown
        Benchmark = {p_init: u32, p_instant: u32, iterations: u64, mining_start_time: u64, challenge_time_last: u64}
        MinerStats = {total_reward: Balance}
        TokenomicParams = {pha_rate: FixedPoint, rho: FixedPoint, budget_per_block: FixedPoint, v_max: FixedPoint, cost_k: FixedPoint, cost_b: FixedPoint, slash_rate: FixedPoint, treasury_ratio: FixedPoint, heartbeat_window: u32, rig_k: FixedPoint, rig_b: FixedPoint, re: FixedPoint, k: FixedPoint, kappa: FixedPoint}
        FixedPoint = {u128}
        PoolInfo = {pid: u64, owner: AccountId, payout_commission: Option<Permill>, owner_reward: Balance, cap: Option<Balance>, reward_acc: FixedPoint, total_shares: Balance, total_stake: Balance, free_stake: Balance, releasing_stake: Balance, workers: Vec<WorkerPublicKey>, withdraw_queue: Vec<WithdrawInfo>}
        WithdrawInfo = {user: AccountId, shares: Balance, start_time: u64}
        UserStakeInfo = {user: AccountId, locked: Balance, shares: Balance, available_rewards: Balance, reward_debt: Balance}
        """;
}
