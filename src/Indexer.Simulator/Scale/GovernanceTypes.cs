namespace Indexer.Simulator.Scale;

/// <summary>Declarations of the types of the governance pallets: what both layouts share, and what each has of its own.</summary>
internal static class GovernanceTypes
{
    private const string Common = """
        enum VoteThreshold pallet_democracy::vote_threshold::VoteThreshold SuperMajorityApprove | SuperMajorityAgainst | SimpleMajority
        enum Conviction pallet_democracy::conviction::Conviction None | Locked1x | Locked2x | Locked3x | Locked4x | Locked5x | Locked6x
        struct Vote pallet_democracy::vote::Vote (u8)
        enum AccountVote pallet_democracy::vote::AccountVote<Balance:u128> Standard(vote: Vote, balance: u128) | Split(aye: u128, nay: u128)
        struct Tally pallet_democracy::types::Tally<Balance:u128> (ayes: u128, nays: u128, turnout: u128)
        struct Delegations pallet_democracy::types::Delegations<Balance:u128> (votes: u128, capital: u128)
        struct PriorLock pallet_democracy::vote::PriorLock<BlockNumber:u32,Balance:u128> (u32, u128)
        enum Voting pallet_democracy::vote::Voting<Balance:u128,AccountId:AccountId32,BlockNumber:u32> Direct(votes: Vec<(u32,AccountVote)>, delegations: Delegations, prior: PriorLock) | Delegating(balance: u128, target: AccountId32, conviction: Conviction, delegations: Delegations, prior: PriorLock)
        enum Renouncing pallet_elections_phragmen::Renouncing Member | RunnerUp | Candidate(Compact<u32>)
        struct SeatHolder pallet_elections_phragmen::SeatHolder<AccountId:AccountId32,Balance:u128> (who: AccountId32, stake: u128, deposit: u128)
        struct Voter pallet_elections_phragmen::Voter<AccountId:AccountId32,Balance:u128> (votes: Vec<AccountId32>, stake: u128, deposit: u128)
        struct CollectiveVotes pallet_collective::Votes<AccountId:AccountId32,BlockNumber:u32> (index: u32, threshold: u32, ayes: Vec<AccountId32>, nays: Vec<AccountId32>, end: u32)
        struct TreasuryProposal pallet_treasury::Proposal<AccountId:AccountId32,Balance:u128> (proposer: AccountId32, value: u128, beneficiary: AccountId32, bond: u128)
        enum BountyStatus pallet_bounties::BountyStatus<AccountId:AccountId32,BlockNumber:u32> Proposed | Approved | Funded | CuratorProposed(curator: AccountId32) | Active(curator: AccountId32, update_due: u32) | PendingPayout(curator: AccountId32, beneficiary: AccountId32, unlock_at: u32)
        struct Bounty pallet_bounties::Bounty<AccountId:AccountId32,Balance:u128,BlockNumber:u32> (proposer: AccountId32, value: u128, fee: u128, curator_deposit: u128, bond: u128, status: BountyStatus)
        enum ChildBountyStatus pallet_child_bounties::ChildBountyStatus<AccountId:AccountId32,BlockNumber:u32> Added | CuratorProposed(curator: AccountId32) | Active(curator: AccountId32) | PendingPayout(curator: AccountId32, beneficiary: AccountId32, unlock_at: u32)
        struct ChildBounty pallet_child_bounties::ChildBounty<AccountId:AccountId32,Balance:u128,BlockNumber:u32> (parent_bounty: u32, value: u128, fee: u128, curator_deposit: u128, status: ChildBountyStatus)
        struct OpenTip pallet_tips::OpenTip<AccountId:AccountId32,Balance:u128,BlockNumber:u32,Hash:H256> (reason: H256, who: AccountId32, finder: AccountId32, deposit: u128, closes: Option<u32>, tips: Vec<(AccountId32,u128)>, finders_fee: bool)
        struct Permill sp_arithmetic::per_things::Permill (u32)
        struct Percent sp_arithmetic::per_things::Percent (u8)
        struct PalletId frame_support::PalletId ([u8;8])
        """;

    /// <summary>The democracy pallet knows proposals by hash and keeps their preimages; a weight is a time.</summary>
    public const string Hashed =
        Common
        + "\n"
        + """
            struct Weight sp_weights::weight_v2::Weight (ref_time: u64)
            struct ReferendumStatus pallet_democracy::types::ReferendumStatus<BlockNumber:u32,Hash:H256,Balance:u128> (end: u32, proposal_hash: H256, threshold: VoteThreshold, delay: u32, tally: Tally)
            enum ReferendumInfo pallet_democracy::types::ReferendumInfo<BlockNumber:u32,Hash:H256,Balance:u128> Ongoing(ReferendumStatus) | Finished(approved: bool, end: u32)
            enum PreimageStatus pallet_democracy::PreimageStatus<AccountId:AccountId32,Balance:u128,BlockNumber:u32> Missing(u32) | Available(data: Vec<u8>, provider: AccountId32, deposit: u128, since: u32, expiry: Option<u32>)
            enum LookupError frame_support::traits::schedule::LookupError Unknown | BadFormat
            enum ProxyType khala_parachain_runtime::ProxyType Any | NonTransfer | CancelProxy | Governance | Collator | StakePoolManager
            """;

    /// <summary>The first layout: as the hashed one, but an error of a pallet is one byte, and there are fewer kinds of errors.</summary>
    public const string First =
        Hashed
        + "\n"
        + """
            struct ModuleError sp_runtime::ModuleError (index: u8, error: u8)
            enum DispatchError sp_runtime::DispatchError Other | CannotLookup | BadOrigin | Module(ModuleError) | ConsumerRemaining | NoProviders | Token(TokenError) | Arithmetic(ArithmeticError)
            struct Perbill sp_arithmetic::per_things::Perbill (u32)
            struct Key sp_core::Key (Vec<u8>)
            struct KeyValue sp_core::KeyValue (Vec<u8>, Vec<u8>)
            struct ChangesTrieConfiguration sp_core::ChangesTrieConfiguration (digest_interval: u32, digest_levels: u32)
            """;

    /// <summary>Proposals are bounded calls whose preimages the preimage pallet keeps.</summary>
    public const string Bounded =
        Common
        + "\n"
        + """
            struct Weight sp_weights::weight_v2::Weight (ref_time: Compact<u64>, proof_size: Compact<u64>)
            struct BoundedInline bounded_collections::bounded_vec::BoundedVec<T:u8> (Vec<u8>)
            enum Bounded frame_support::traits::preimages::Bounded<T:RuntimeCall> Legacy(hash: H256) | Inline(BoundedInline) | Lookup(hash: H256, len: u32)
            struct ReferendumStatus pallet_democracy::types::ReferendumStatus<BlockNumber:u32,Proposal:Bounded,Balance:u128> (end: u32, proposal: Bounded, threshold: VoteThreshold, delay: u32, tally: Tally)
            enum ReferendumInfo pallet_democracy::types::ReferendumInfo<BlockNumber:u32,Proposal:Bounded,Balance:u128> Ongoing(ReferendumStatus) | Finished(approved: bool, end: u32)
            enum MetadataOwner pallet_democracy::types::MetadataOwner External | Proposal(u32) | Referendum(u32)
            enum RequestStatus pallet_preimage::RequestStatus<AccountId:AccountId32,Balance:u128> Unrequested(deposit: (AccountId32,u128), len: u32) | Requested(deposit: Option<(AccountId32,u128)>, count: u32, len: Option<u32>)
            enum ProxyType phala_parachain_runtime::ProxyType Any | NonTransfer | CancelProxy | Governance | Collator | StakePoolManager
            """;
}
