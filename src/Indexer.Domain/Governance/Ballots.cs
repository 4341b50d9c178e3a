namespace Indexer.Domain;

/// <summary>The posting rules of votes: how a vote event changes the vote, and the vote the tally of its proposal.</summary>
internal static class Ballots
{
    public static void Post(NetworkState state, VoteEvent entry)
    {
        var governance = state.Governance;
        var before = governance.Votes.Find((entry.ProposalId, entry.Voter, entry.Kind));
        Require(entry, before);
        if (entry.Action == VoteAction.Unlocked)
        {
            state.Set(before! with { IsUnlocked = true });
            return;
        }

        var after = entry.Action == VoteAction.Removed ? null : After(entry, before);
        if (after is null)
        {
            state.Close(before!);
        }
        else
        {
            state.Set(after);
        }

        var proposal = governance.Proposal(entry.ProposalId);
        state.Set(Add(Add(proposal, before, -1), after, 1));
    }

    private static Vote After(VoteEvent entry, Vote? before)
    {
        var isSameVote = entry.Action is VoteAction.DelegationChanged or VoteAction.Reweighed or VoteAction.Revealed;
        return new Vote
        {
            ProposalId = entry.ProposalId,
            Voter = entry.Voter,
            Kind = entry.Kind,
            Choice = entry.Choice,
            Selection = entry.Selection,
            Balance = entry.Balance,
            WeightByStrategy = entry.WeightByStrategy,
            Conviction = entry.Conviction,
            Ayes = entry.Ayes,
            Nays = entry.Nays,
            Abstains = entry.Abstains,
            Others = entry.Others,
            DelegatedWeight = entry.DelegatedWeight,
            DelegatedBalance = entry.DelegatedBalance,
            Counts = entry.Kind != VoteKind.Aggregate,
            CastHeight = isSameVote ? before!.CastHeight : entry.Height,
            CastIndex = isSameVote ? before!.CastIndex : entry.Index,
            CastTime = isSameVote ? before!.CastTime : entry.SourceTime ?? entry.Time,
            Reason = entry.Reason,
            NativeId = entry.NativeId,
        };
    }

    private static ProposalState Add(ProposalState proposal, Vote? vote, int sign) =>
        vote is not { Counts: true }
            ? proposal
            : proposal with
            {
                Ayes = Plus(proposal.Ayes, vote.Ayes, sign),
                Nays = Plus(proposal.Nays, vote.Nays, sign),
                Abstains = Plus(proposal.Abstains, vote.Abstains, sign),
                Others = Plus(proposal.Others, vote.Others, sign),
                Turnout = Plus(proposal.Turnout, vote.Balance + vote.DelegatedBalance, sign),
                Voters = proposal.Voters + sign,
            };

    private static Pha Plus(Pha sum, Pha part, int sign) => sign < 0 ? sum - part : sum + part;

    /// <summary>A first vote has none before it, every other event one.</summary>
    private static void Require(VoteEvent entry, Vote? before)
    {
        if (entry.Action == VoteAction.Cast != before is null)
        {
            throw new UnknownStateException(
                $"{entry.Action} of the vote of {entry.Voter} on {entry.ProposalId}, "
                    + (before is null ? "which does not exist; events are missing before it." : "which exists already.")
            );
        }
    }
}
