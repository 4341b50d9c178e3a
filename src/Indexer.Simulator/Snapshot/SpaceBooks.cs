namespace Indexer.Simulator.Snapshot;

/// <summary>Everything that a hub has of a space at a time.</summary>
public sealed class SpaceBooks
{
    private readonly ILookup<string, SpaceVote> _votes;
    private readonly Dictionary<string, double[]> _scores = new(StringComparer.Ordinal);

    internal SpaceBooks(long time, IEnumerable<SpaceProposal> proposals, IEnumerable<SpaceVote> votes)
    {
        Time = time;
        Proposals =
        [
            .. proposals.OrderBy(proposal => proposal.Created).ThenBy(proposal => proposal.Id, StringComparer.Ordinal),
        ];
        _votes = votes
            .OrderBy(vote => vote.Created)
            .ThenBy(vote => vote.Id, StringComparer.Ordinal)
            .ToLookup(vote => vote.Proposal, StringComparer.Ordinal);
    }

    /// <summary>The time, in seconds since 1970.</summary>
    public long Time { get; }

    /// <summary>The proposals, the oldest first.</summary>
    public IReadOnlyList<SpaceProposal> Proposals { get; }

    /// <summary>All votes.</summary>
    public IEnumerable<SpaceVote> Votes => Proposals.SelectMany(proposal => VotesOn(proposal.Id));

    /// <summary>The votes on a proposal, the oldest first.</summary>
    /// <param name="proposal">Its id.</param>
    public IReadOnlyList<SpaceVote> VotesOn(string proposal) => [.. _votes[proposal]];

    /// <summary>The scores that the hub states, in floating point as it counts them.</summary>
    /// <param name="proposal">The proposal.</param>
    public IReadOnlyList<double> ScoresOf(SpaceProposal proposal)
    {
        lock (_scores)
        {
            return _scores.TryGetValue(proposal.Id, out var known)
                ? known
                : _scores[proposal.Id] = FloatingTally.Of(
                    proposal,
                    [.. VotesOn(proposal.Id).Where(vote => vote.Ciphertext is null)]
                );
        }
    }

    /// <summary>The weight of all votes on a proposal, in floating point as the hub counts it.</summary>
    /// <param name="proposal">The proposal.</param>
    public double TotalOf(SpaceProposal proposal) => VotesOn(proposal.Id).Sum(vote => vote.Power);
}
