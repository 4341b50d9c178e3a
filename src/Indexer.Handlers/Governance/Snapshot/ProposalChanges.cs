using Indexer.Addresses;
using Indexer.Domain;
using Indexer.Snapshot;

namespace Indexer.Handlers.Governance.Snapshot;

/// <summary>What an observation of a proposal changes: the difference between what the hub has and what the index has.</summary>
/// <param name="space">Id of the space.</param>
/// <param name="nativeId">The hub's id of the proposal.</param>
/// <param name="governance">What the index has.</param>
internal sealed class ProposalChanges(string space, string nativeId, GovernanceState governance)
{
    private readonly string id = IdOf(nativeId);

    /// <summary>Our id of a proposal.</summary>
    public static string IdOf(string nativeId) => $"snapshot/{nativeId}";

    /// <summary>The changes, in order; empty when the index has it all.</summary>
    public IReadOnlyList<Change> Of(ProposalObservation observation) =>
        observation.Proposal is { } proposal
            ? [.. Changes(new VoteCount(proposal, observation.Votes, observation.LeftOut))]
        : observation.Unreadable is { } reason ? [Unreadable(reason)]
        : [.. Deleted()];

    /// <summary>The proof that the proposal was seen and left out.</summary>
    private Reconciliation Unreadable(string reason) =>
        new()
        {
            ProposalId = id,
            Check = ReconciliationCheck.Turnout,
            Source = "proposal",
            Stated = Pha.Zero,
            Found = Pha.Zero,
            Reason = $"left out: the proposal cannot be read ({SourceText.Fit(reason)})",
        };

    private IEnumerable<Change> Deleted()
    {
        if (governance.Proposals.Find(id) is not { Status: not ProposalStatus.Deleted } known)
        {
            yield break;
        }

        yield return new ProposalChange(id, state => state with { Status = ProposalStatus.Deleted });
        foreach (var change in Steps(known.Status, ProposalStatus.Deleted))
        {
            yield return change;
        }
    }

    private IEnumerable<Change> Changes(VoteCount count)
    {
        var proposal = count.Proposal;
        var known = governance.Proposals.Find(id);
        var status = ProposalCourse.StatusOf(proposal.Listed.State);
        var proposer = EvmAddress.TryParse(proposal.Author, out var author) ? author : (AccountId?)null;
        if (known is null)
        {
            yield return Made(proposal, proposer);
            yield return new StateChange(new ProposalState { ProposalId = id, Status = status });
        }

        foreach (var change in Steps(known?.Status, status, proposer))
        {
            yield return change;
        }

        foreach (var change in Text(count, status))
        {
            yield return change;
        }

        foreach (var vote in VoteChanges.Of(id, count, governance.VotesOn(id)))
        {
            yield return vote;
        }

        foreach (var change in Choices(count))
        {
            yield return change;
        }

        foreach (var change in Stated(count, status, known ?? new ProposalState { ProposalId = id, Status = status }))
        {
            yield return change;
        }
    }

    private Proposal Made(SnapshotProposal proposal, AccountId? proposer) =>
        new()
        {
            Id = id,
            System = ProposalSystem.Snapshot,
            NativeId = nativeId,
            Space = space,
            Proposer = proposer,
            SourceTime = DateTimeOffset.FromUnixTimeSeconds(proposal.Created),
        };

    private IEnumerable<Change> Steps(ProposalStatus? before, ProposalStatus now, AccountId? proposer = null) =>
        ProposalCourse
            .Steps(before, now)
            .Select(step => Event(step.Kind, step.Status, step.Kind == ProposalEventKind.Proposed ? proposer : null));

    private Change Event(ProposalEventKind kind, ProposalStatus status, AccountId? account = null) =>
        new ProposalEvent
        {
            ProposalId = id,
            Kind = kind,
            Status = status,
            Account = account,
        };

    private IEnumerable<Change> Text(VoteCount count, ProposalStatus status)
    {
        var proposal = count.Proposal;
        var known = governance.Texts.Find(id);
        var now = (known ?? new ProposalText { ProposalId = id }) with
        {
            Title = SourceText.Fit(proposal.Title),
            Body = SourceText.Fit(proposal.Body),
            Discussion = SourceText.Fit(proposal.Discussion),
            VotingType = proposal.Type,
            Strategies = proposal.Power,
            EditedTime = proposal.Listed.Updated is { } updated ? DateTimeOffset.FromUnixTimeSeconds(updated) : null,
        };
        if (now == known)
        {
            yield break;
        }

        yield return new StateChange(now);
        if (known is not null)
        {
            yield return Event(ProposalEventKind.TextChanged, status);
        }
    }

    private IEnumerable<Change> Choices(VoteCount count)
    {
        var labels = count.IsBasic ? [] : count.Proposal.Choices;
        var known = governance.ChoicesOf(id).ToDictionary(choice => choice.Choice);
        for (var number = 1; number <= labels.Count; number++)
        {
            var before = known.GetValueOrDefault(number);
            var label = SourceText.Fit(labels[number - 1])!;
            var now = (
                before
                ?? new ProposalChoice
                {
                    ProposalId = id,
                    Choice = number,
                    Label = label,
                }
            ) with
            {
                Label = label,
                Weight = count.Tally[number - 1],
                StatedWeight = StatedScore(count, number),
            };
            if (now != before)
            {
                yield return new StateChange(now);
            }
        }

        foreach (var gone in known.Values.Where(choice => choice.Choice > labels.Count))
        {
            yield return new StateChange(gone, Ends: true);
        }
    }

    private IEnumerable<Change> Stated(VoteCount count, ProposalStatus status, ProposalState known)
    {
        var proposal = count.Proposal;
        var isFinal =
            status == ProposalStatus.Closed
            && proposal.Listed.ScoresFinal
            && count.Votes.All(vote => vote.Source.WeightFinal);
        ProposalState Apply(ProposalState state) =>
            state with
            {
                Status = status,
                Quorum = proposal.Quorum?.ToPha(),
                StartTime = DateTimeOffset.FromUnixTimeSeconds(proposal.Start),
                EndTime = DateTimeOffset.FromUnixTimeSeconds(proposal.End),
                StatedAyes = count.IsBasic ? StatedScore(count, 1) : null,
                StatedNays = count.IsBasic ? StatedScore(count, 2) : null,
                StatedAbstains = count.IsBasic ? StatedScore(count, 3) : null,
                StatedTurnout = proposal.ScoresTotal?.ToPha(),
                ScoresByStrategy = proposal.ScoresByStrategy,
                IsFlagged = proposal.Listed.IsFlagged,
                ScoresFinal = isFinal,
            };

        if (Apply(known) != known)
        {
            yield return new ProposalChange(id, Apply);
        }

        if (known.IsFlagged != proposal.Listed.IsFlagged)
        {
            yield return Event(ProposalEventKind.Flagged, status);
        }

        if (isFinal && !known.ScoresFinal)
        {
            yield return Event(ProposalEventKind.ScoresFinal, status);
            foreach (var row in ScoreComparison.Of(id, count))
            {
                yield return row;
            }
        }
    }

    private static Pha? StatedScore(VoteCount count, int choice) =>
        count.Proposal.Scores.Count == 0 ? null : count.Proposal.Scores[choice - 1].ToPha();
}
