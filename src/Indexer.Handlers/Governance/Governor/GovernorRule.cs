using System.Numerics;
using Indexer.Domain;
using Indexer.Handlers.Governance.Timelock;

namespace Indexer.Handlers.Governance.Governor;

/// <summary>
/// What no event of a governor says: with the clock a proposal's voting begins and ends, is won or lost, and a queued
/// proposal expires (<see cref="GovernorRules"/>). And after each block that touched a proposal, what the contract tells of
/// it (<c>state</c>, and <c>proposalVotes</c> or <c>proposals</c>) is compared with what the index holds.
/// </summary>
internal sealed class GovernorRule : EvmBlockRule
{
    private const string OtherVotes = "the contract counts votes otherwise than its events state them";
    private const string OtherState = "the contract decides by more than clock, votes and quorum";

    /// <summary>The statuses by the number that contracts give them.</summary>
    private static readonly ProposalStatus[] Numbered =
    [
        ProposalStatus.Pending,
        ProposalStatus.Active,
        ProposalStatus.Cancelled,
        ProposalStatus.Rejected,
        ProposalStatus.Passed,
        ProposalStatus.Queued,
        ProposalStatus.Expired,
        ProposalStatus.Executed,
    ];

    public override IEnumerable<(long? Height, DateTimeOffset? Time)> Due(NetworkState state) =>
        Running(state).Select(entry => GovernorRules.NextChange(entry.State));

    public override IEnumerable<ContractCall> Calls(DecodedEvmBlock block, NetworkState state)
    {
        foreach (var (proposal, views) in DueIn(block, state))
        {
            var snapshot = SnapshotOf(proposal);
            yield return views.State;
            foreach (var call in views.Votes)
            {
                yield return call;
            }

            if (proposal.Status != ProposalStatus.Queued)
            {
                yield return views.CountingMode;
                yield return views.Quorum(snapshot);
                yield return views.SuperQuorum(snapshot);
                yield return views.PastTotalSupply(snapshot);
                yield return views.TotalSupply;
            }
        }

        foreach (
            var call in NamedByTimelocks(block, state)
                .Concat(LosingTheirTimelock(block, state))
                .SelectMany(entry => entry.Views.Votes.Prepend(entry.Views.State))
        )
        {
            yield return call;
        }
    }

    public override IEnumerable<Change> AtStart(DecodedEvmBlock block, NetworkState state)
    {
        foreach (var (before, views) in DueIn(block, state))
        {
            var after = before;
            if (before.Status != ProposalStatus.Queued)
            {
                after = Learn(before, views, block.Answers);
            }

            if (before.Status == ProposalStatus.Pending)
            {
                after = Begun(after, block);
                yield return Step(after, ProposalEventKind.Started);
            }

            var status = GovernorRules.StatusAt(after, block.Header.Height, block.Header.Time);
            if (status != after.Status)
            {
                after = after with
                {
                    Status = status,
                    EndTime =
                        after.EndHeight < block.Header.Height ? block.TimeOf(after.EndHeight.Value) : after.EndTime,
                };
                yield return Step(after, KindOf(status));
            }

            yield return new StateChange(after);
        }
    }

    public override IEnumerable<Change> AtEnd(DecodedEvmBlock block, NetworkState state)
    {
        var lost = LosingTheirTimelock(block, state)
            .Where(entry =>
                block.Answers.Number(entry.Views.State) == Array.IndexOf(Numbered, ProposalStatus.Cancelled)
            )
            .Select(entry => entry.State.ProposalId)
            .ToHashSet(StringComparer.Ordinal);
        var touched = state.Governance.Proposals.BeforeBlock.Keys.Union(lost, StringComparer.Ordinal);
        foreach (var id in touched.Order(StringComparer.Ordinal).ToList())
        {
            if (ViewsOf(state.Governance.Proposal(id), block) is not (var proposal, var views))
            {
                continue;
            }

            if (lost.Contains(id))
            {
                foreach (
                    var change in ProposalEnds.Change(proposal, ProposalStatus.Cancelled, ProposalEventKind.Cancelled)
                )
                {
                    yield return change;
                }

                proposal = proposal with { Status = ProposalStatus.Cancelled };
            }

            foreach (var change in Compare(proposal, views, block.Answers))
            {
                yield return change;
            }

            if (!proposal.IsOpen)
            {
                foreach (var kept in state.Governance.SnapshotTokensOf(id))
                {
                    yield return new StateChange(kept, Ends: true);
                }
            }
        }
    }

    private static IEnumerable<Change> Compare(ProposalState proposal, GovernorViews views, ContractAnswers answers)
    {
        if (views.Tally(answers) is { } tally)
        {
            yield return new ProposalChange(
                proposal.ProposalId,
                before =>
                    before with
                    {
                        StatedAyes = tally.Ayes,
                        StatedNays = tally.Nays,
                        StatedAbstains = tally.Abstains,
                    }
            );
            yield return Row(ReconciliationCheck.Ayes, tally.Source, tally.Ayes, proposal.Ayes, OtherVotes);
            yield return Row(ReconciliationCheck.Nays, tally.Source, tally.Nays, proposal.Nays, OtherVotes);
            yield return Row(ReconciliationCheck.Abstains, tally.Source, tally.Abstains, proposal.Abstains, OtherVotes);
        }

        if (answers.Has(views.State) && answers.Number(views.State) is { } number)
        {
            yield return Row(
                ReconciliationCheck.Status,
                views.State.Function.ToString(),
                Count(number),
                Count(Array.IndexOf(Numbered, proposal.Status)),
                OtherState
            );
        }

        Reconciliation Row(ReconciliationCheck check, string source, Pha stated, Pha found, string reason) =>
            new()
            {
                ProposalId = proposal.ProposalId,
                Check = check,
                Source = source,
                Stated = stated,
                Found = found,
                Reason = stated == found ? null : reason,
            };
    }

    /// <summary>What is fixed with the snapshot, once the snapshot has passed; asked again when the voting ends, because old governors change their quorum for running votes too.</summary>
    private static ProposalState Learn(ProposalState proposal, GovernorViews views, ContractAnswers answers)
    {
        var snapshot = SnapshotOf(proposal);
        var past = answers.Amount(views.PastTotalSupply(snapshot));
        var electorate = past ?? proposal.Electorate ?? answers.Amount(views.TotalSupply);
        return proposal with
        {
            Threshold = views.Threshold(answers),
            Quorum = answers.Amount(views.Quorum(snapshot)),
            SuperQuorum = answers.Amount(views.SuperQuorum(snapshot)),
            Electorate = electorate,
            ElectorateKind =
                past is not null ? ElectorateKind.PastTotalSupply
                : electorate is not null ? ElectorateKind.TotalSupply
                : null,
        };
    }

    /// <summary>The proposal in the first block of its voting, by which times that were estimated from block numbers are known better.</summary>
    private static ProposalState Begun(ProposalState proposal, DecodedEvmBlock block) =>
        proposal.EndHeight is not { } end
            ? proposal with
            {
                Status = ProposalStatus.Active,
            }
            : proposal with
            {
                Status = ProposalStatus.Active,
                StartTime = block.Header.Time,
                EndTime = block.TimeOf(end),
            };

    private static ProposalEvent Step(ProposalState proposal, ProposalEventKind kind) =>
        new()
        {
            ProposalId = proposal.ProposalId,
            Kind = kind,
            Status = proposal.Status,
        };

    private static ProposalEventKind KindOf(ProposalStatus status) =>
        status switch
        {
            ProposalStatus.Passed => ProposalEventKind.Passed,
            ProposalStatus.Rejected => ProposalEventKind.Rejected,
            _ => ProposalEventKind.Expired,
        };

    private static BigInteger SnapshotOf(ProposalState proposal) =>
        proposal.StartHeight - 1 ?? proposal.StartTime!.Value.ToUnixTimeSeconds() - 1;

    private static Pha Count(BigInteger number) => Pha.FromWei(number * (BigInteger)Pha.UnitsPerPha);

    private static List<(ProposalState State, GovernorViews Views)> DueIn(DecodedEvmBlock block, NetworkState state) =>
        [
            .. Running(state)
                .Where(entry =>
                    GovernorRules.StatusAt(entry.State, block.Header.Height, block.Header.Time) != entry.State.Status
                )
                .Select(entry => ViewsOf(entry.State, block))
                .OfType<(ProposalState, GovernorViews)>(),
        ];

    /// <summary>The proposals of the operations that timelocks executed or cancelled in the block.</summary>
    private static IEnumerable<(ProposalState State, GovernorViews Views)> NamedByTimelocks(
        DecodedEvmBlock block,
        NetworkState state
    ) =>
        block
            .Logs.Where(log => block.Roles[log.Log.Address] == ContractRoles.Timelock)
            .SelectMany(log => state.Governance.ProposalsOfHash(TimelockOperation.Of(log.Event)))
            .Select(proposal => ViewsOf(proposal, block))
            .OfType<(ProposalState, GovernorViews)>();

    /// <summary>
    /// The proposals of governors that got another timelock in the block, as far as a timelock decides where they stand: those
    /// that are queued, and those that the timelock carried out without the governor.
    /// </summary>
    private static IEnumerable<(ProposalState State, GovernorViews Views)> LosingTheirTimelock(
        DecodedEvmBlock block,
        NetworkState state
    )
    {
        var governors = block
            .Logs.Where(log => log.Event.Name == "TimelockChange")
            .Select(log => log.Log.Address)
            .ToHashSet();
        return governors.Count == 0
            ? []
            : new[] { ProposalStatus.Queued, ProposalStatus.Executed }
                .SelectMany(state.Governance.ProposalsOfStatus)
                .Where(proposal =>
                    proposal.Hash is not null
                    && GovernorProposal.Of(proposal.ProposalId) is { } native
                    && governors.Contains(native.Contract)
                )
                .Select(proposal => ViewsOf(proposal, block)!.Value);
    }

    private static IEnumerable<(ProposalState State, GovernorProposal Proposal)> Running(NetworkState state)
    {
        foreach (
            var proposal in state.Governance.OpenProposals.Concat(
                state.Governance.ProposalsOfStatus(ProposalStatus.Queued)
            )
        )
        {
            if (GovernorProposal.Of(proposal.ProposalId) is { } native)
            {
                yield return (proposal, native);
            }
        }
    }

    /// <summary>The views of a governor's proposal; null of proposals of other systems.</summary>
    private static (ProposalState State, GovernorViews Views)? ViewsOf(ProposalState proposal, DecodedEvmBlock block) =>
        GovernorProposal.Of(proposal.ProposalId) is { } native && block.Roles.TryGetValue(native.Contract, out var role)
            ? (proposal, new GovernorViews(native, role))
            : null;
}
