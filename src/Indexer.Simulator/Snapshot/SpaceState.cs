namespace Indexer.Simulator.Snapshot;

/// <summary>The space while its story is told.</summary>
internal sealed class SpaceState
{
    private readonly HashSet<string> _deleted = new(StringComparer.Ordinal);

    public Dictionary<string, SpaceProposal> Proposals { get; } = new(StringComparer.Ordinal);

    public Dictionary<(string Proposal, string Voter), SpaceVote> Votes { get; } = [];

    public void Set(SpaceProposal proposal) => Proposals[proposal.Id] = proposal;

    public void Change(string id, Func<SpaceProposal, SpaceProposal> change)
    {
        if (Proposals.TryGetValue(id, out var proposal))
        {
            Proposals[id] = change(proposal);
        }
    }

    public void Delete(string id)
    {
        _deleted.Add(id);
        Proposals.Remove(id);
        foreach (var key in Votes.Keys.Where(key => key.Proposal == id).ToList())
        {
            Votes.Remove(key);
        }
    }

    /// <summary>The vote of a voter replaces the one that it had.</summary>
    public void Cast(SpaceVote vote)
    {
        if (!_deleted.Contains(vote.Proposal))
        {
            Votes[(vote.Proposal, vote.Voter)] = vote;
        }
    }

    public void Withdraw(string proposal, string voter) => Votes.Remove((proposal, voter));

    public void ChangeVotes(string proposal, Func<SpaceVote, SpaceVote> change)
    {
        foreach (var (key, vote) in Votes.Where(entry => entry.Key.Proposal == proposal).ToList())
        {
            Votes[key] = change(vote);
        }
    }
}
