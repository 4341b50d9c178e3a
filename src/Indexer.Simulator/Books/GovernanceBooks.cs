namespace Indexer.Simulator;

/// <summary>The books of governance after the block <see cref="Height"/>.</summary>
public sealed class GovernanceBooks
{
    private readonly GovernanceRecords _records;

    internal GovernanceBooks(GovernanceRecords records, long height) => (_records, Height) = (records, height);

    /// <summary>The block after which the books stand.</summary>
    public long Height { get; }

    /// <summary>All public proposals, by their number.</summary>
    public IReadOnlyList<PublicProposalBook> PublicProposals => Values(_records.Proposals);

    /// <summary>All proposals of the council, in their order.</summary>
    public IReadOnlyList<ExternalProposalBook> ExternalProposals => Values(_records.Externals);

    /// <summary>All referenda, by their number.</summary>
    public IReadOnlyList<ReferendumBook> Referenda => Values(_records.Referenda);

    /// <summary>All delegations of votes, by delegator and beginning.</summary>
    public IReadOnlyList<DelegationBook> Delegations => Values(_records.Delegations);

    /// <summary>All vetoes in chain order.</summary>
    public IReadOnlyList<VetoBook> Vetoes => [.. _records.Vetoes.TakeWhile(veto => veto.Height <= Height)];

    /// <summary>All motions, those of the council first, by their number.</summary>
    public IReadOnlyList<MotionBook> Motions => Values(_records.Motions);

    /// <summary>All spend proposals to the treasury, by their number.</summary>
    public IReadOnlyList<TreasuryProposalBook> TreasuryProposals => Values(_records.TreasuryProposals);

    /// <summary>The ends of the treasury's spend periods.</summary>
    public IReadOnlyList<SpendPeriodBook> SpendPeriods =>
        [.. _records.SpendPeriods.TakeWhile(period => period.Height <= Height)];

    /// <summary>All bounties, by their number.</summary>
    public IReadOnlyList<BountyBook> Bounties => Values(_records.Bounties);

    /// <summary>All child bounties, by their number, which counts over all parents.</summary>
    public IReadOnlyList<BountyBook> ChildBounties => Values(_records.ChildBounties);

    /// <summary>All tips, by their hash.</summary>
    public IReadOnlyList<TipBook> Tips => Values(_records.Tips);

    /// <summary>All elections of the council.</summary>
    public IReadOnlyList<TermBook> Terms => [.. _records.Terms.TakeWhile(term => term.Height <= Height)];

    /// <summary>Whom the elections made members and runners-up, and who stands; null before the first candidacy, election or departure.</summary>
    public ElectedBook? Elected => _records.Elected.FindLast(one => one.Height <= Height);

    /// <summary>The standing votes in the elections of the council, by voter.</summary>
    public IReadOnlyList<ElectionVoteBook> ElectionVotes =>
        [.. Values(_records.ElectionVotes).OfType<ElectionVoteBook>()];

    /// <summary>The collectives and who is in them: Council and TechnicalCommittee.</summary>
    public IReadOnlyDictionary<string, CollectiveBook> Collectives =>
        _records.Collectives.At(Height).ToDictionary(entry => entry.Key, entry => entry.Value);

    /// <summary>What single members of collectives had executed.</summary>
    public IReadOnlyList<ExecutionBook> Executions => [.. _records.Executions.TakeWhile(one => one.Height <= Height)];

    /// <summary>All signed governance calls, nested ones too, in chain order.</summary>
    public IReadOnlyList<CallBook> Calls => [.. _records.Calls.TakeWhile(call => call.Height <= Height)];

    /// <summary>A referendum after every block in which it changed.</summary>
    /// <param name="index">Its number.</param>
    public IReadOnlyList<(long Height, ReferendumBook Referendum)> HistoryOf(uint index) =>
        [.. _records.Referenda.Of(index, Height)];

    /// <summary>The tally of a referendum after every block in which it changed.</summary>
    /// <param name="index">Its number.</param>
    public IReadOnlyList<(long Height, TallyBook Tally)> TalliesOf(uint index)
    {
        var tallies = new List<(long Height, TallyBook Tally)>();
        foreach (var (height, referendum) in _records.Referenda.Of(index, Height))
        {
            if (tallies.Count == 0 || tallies[^1].Tally != referendum.Tally)
            {
                tallies.Add((height, referendum.Tally));
            }
        }
        return tallies;
    }

    /// <summary>Who was in a collective, and from which block on.</summary>
    /// <param name="collective">Council or TechnicalCommittee.</param>
    public IReadOnlyList<(long Height, CollectiveBook Collective)> MembersOf(string collective) =>
        [.. _records.Collectives.Of(collective, Height)];

    private List<TValue> Values<TKey, TValue>(History<TKey, TValue> history)
        where TKey : notnull => [.. history.At(Height).OrderBy(entry => entry.Key).Select(entry => entry.Value)];
}
