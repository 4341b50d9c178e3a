namespace Indexer.Simulator.Governance;

/// <summary>The chain state that the governance pallets work on.</summary>
internal sealed class GovernanceState(GovernanceTerms terms)
{
    private readonly Dictionary<AccountId, Voting> _voting = [];

    public GovernanceTerms Terms => terms;

    public List<PublicProposal> AllProposals { get; } = [];

    /// <summary>The waiting public proposals in the order of the chain's list.</summary>
    public List<PublicProposal> Proposals { get; } = [];

    public ExternalProposal? NextExternal { get; set; }

    public List<ExternalProposal> Externals { get; } = [];

    public bool LastTabledWasExternal { get; set; }

    public List<Referendum> Referenda { get; } = [];

    public IEnumerable<Referendum> Ongoing => Referenda.Where(one => one.State == ReferendumState.Ongoing);

    /// <summary>Until when a proposal is refused, and who vetoed it.</summary>
    public Dictionary<string, (uint Until, List<AccountId> Vetoers)> Blacklist { get; } = [];

    public HashSet<string> Cancellations { get; } = [];

    public IReadOnlyDictionary<AccountId, Voting> AllVoting => _voting;

    public Dictionary<string, Preimage> Preimages { get; } = [];

    public List<ScheduledTask> Agenda { get; } = [];

    public Dictionary<string, Collective> Collectives { get; } =
        new() { ["Council"] = new("Council"), ["TechnicalCommittee"] = new("TechnicalCommittee") };

    public Collective Council => Collectives["Council"];

    public Collective Committee => Collectives["TechnicalCommittee"];

    public List<TreasuryProposal> TreasuryProposals { get; } = [];

    /// <summary>What waits for the next spend period, in its order.</summary>
    public List<TreasuryProposal> TreasuryApprovals { get; } = [];

    public List<Bounty> Bounties { get; } = [];

    public List<Bounty> BountyApprovals { get; } = [];

    public List<Bounty> ChildBounties { get; } = [];

    public List<Tip> Tips { get; } = [];

    public Election Election { get; } = new();

    /// <summary>Who may act for whom.</summary>
    public HashSet<(AccountId Real, AccountId Delegate)> Proxies { get; } = [];

    /// <summary>What changed in the block: storage, and the things of the books.</summary>
    public HashSet<StorageCell> ChangedCells { get; } = [];

    public HashSet<object> Changed { get; } = [];

    public Voting VotingOf(AccountId account) =>
        _voting.TryGetValue(account, out var voting) ? voting : _voting[account] = new();

    public Referendum? Find(uint index) => index < Referenda.Count ? Referenda[(int)index] : null;

    public List<DelegatedShare> DelegatedTo(AccountId target) =>
        [
            .. _voting
                .Where(entry => entry.Value.Delegation?.Target == target)
                .Select(entry => (entry.Key, Delegation: entry.Value.Delegation!.Value))
                .Select(entry => new DelegatedShare(
                    entry.Key,
                    entry.Delegation.Conviction,
                    entry.Delegation.Balance,
                    entry.Delegation.Conviction.Votes(entry.Delegation.Balance)
                ))
                .OrderBy(share => share.Delegator),
        ];
}
