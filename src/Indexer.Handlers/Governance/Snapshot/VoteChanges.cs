using Indexer.Domain;

namespace Indexer.Handlers.Governance.Snapshot;

/// <summary>What became of the votes on a proposal between two observations.</summary>
internal static class VoteChanges
{
    /// <summary>The vote events, the oldest vote first and what vanished last.</summary>
    /// <param name="proposalId">Our id of the proposal.</param>
    /// <param name="count">The votes now.</param>
    /// <param name="known">The votes in force before.</param>
    public static IEnumerable<VoteEvent> Of(string proposalId, VoteCount count, IReadOnlyList<Vote> known)
    {
        var before = known.ToDictionary(vote => vote.Voter);
        foreach (var vote in count.Votes)
        {
            var now = Cast(proposalId, count, vote);
            if (before.GetValueOrDefault(vote.Voter) is not { } old)
            {
                yield return now;
            }
            else if (Action(old, now) is { } action)
            {
                yield return now with
                {
                    Action = action,
                };
            }
        }

        foreach (var vanished in known.Where(vote => !count.Has(vote.Voter)).OrderBy(vote => vote.Voter))
        {
            yield return Removed(vanished);
        }
    }

    private static VoteAction? Action(Vote old, VoteEvent now)
    {
        if (old.NativeId != now.NativeId)
        {
            return VoteAction.Replaced;
        }

        if (old.Choice == VoteChoice.Hidden && now.Choice != VoteChoice.Hidden)
        {
            return VoteAction.Revealed;
        }

        if (old.Selection != now.Selection || old.Reason != now.Reason)
        {
            return VoteAction.Replaced;
        }

        var isSame =
            (old.Choice, old.Balance, old.WeightByStrategy, old.Ayes, old.Nays, old.Abstains, old.Others)
            == (now.Choice, now.Balance, now.WeightByStrategy, now.Ayes, now.Nays, now.Abstains, now.Others);
        return isSame ? null : VoteAction.Reweighed;
    }

    private static VoteEvent Cast(string proposalId, VoteCount count, CountedVote vote)
    {
        var choice = Choice(count, vote);
        return new VoteEvent
        {
            ProposalId = proposalId,
            Voter = vote.Voter,
            Action = VoteAction.Cast,
            Choice = choice,
            Selection = SourceText.Fit(vote.Source.Choice.GetRawText()),
            Balance = vote.Weight,
            WeightByStrategy = vote.Source.WeightByStrategy,
            Ayes = choice == VoteChoice.Aye ? vote.Weight : Pha.Zero,
            Nays = choice == VoteChoice.Nay ? vote.Weight : Pha.Zero,
            Abstains = choice == VoteChoice.Abstain ? vote.Weight : Pha.Zero,
            Others = choice == VoteChoice.Other && vote.Ballot is not null ? vote.Weight : Pha.Zero,
            SourceTime = DateTimeOffset.FromUnixTimeSeconds(vote.Source.Created),
            Reason = SourceText.Fit(vote.Source.Reason),
            NativeId = vote.Source.Id,
        };
    }

    private static VoteChoice Choice(VoteCount count, CountedVote vote) =>
        vote.Source.IsHidden ? VoteChoice.Hidden
        : !count.IsBasic || vote.Ballot is null ? VoteChoice.Other
        : vote.Ballot.Choices[0] switch
        {
            1 => VoteChoice.Aye,
            2 => VoteChoice.Nay,
            _ => VoteChoice.Abstain,
        };

    private static VoteEvent Removed(Vote vote) =>
        new()
        {
            ProposalId = vote.ProposalId,
            Voter = vote.Voter,
            Kind = vote.Kind,
            Action = VoteAction.Removed,
            Choice = vote.Choice,
            Selection = vote.Selection,
            Balance = vote.Balance,
            WeightByStrategy = vote.WeightByStrategy,
            Ayes = vote.Ayes,
            Nays = vote.Nays,
            Abstains = vote.Abstains,
            Others = vote.Others,
            SourceTime = vote.CastTime,
            Reason = vote.Reason,
            NativeId = vote.NativeId,
        };
}
