using Indexer.Domain;
using Indexer.Snapshot;

namespace Indexer.Handlers.Governance.Snapshot;

/// <summary>What happened to a proposal between two observations, as steps of its course.</summary>
internal static class ProposalCourse
{
    public static ProposalStatus StatusOf(SnapshotState state) =>
        state switch
        {
            SnapshotState.Pending => ProposalStatus.Pending,
            SnapshotState.Active => ProposalStatus.Active,
            _ => ProposalStatus.Closed,
        };

    /// <summary>The steps from one status to another; a step that fell between two looks is told with the later one.</summary>
    /// <param name="before">The status before; null when the proposal is new.</param>
    /// <param name="now">The status now.</param>
    public static IEnumerable<(ProposalEventKind Kind, ProposalStatus Status)> Steps(
        ProposalStatus? before,
        ProposalStatus now
    )
    {
        if (before is null)
        {
            yield return (ProposalEventKind.Proposed, ProposalStatus.Pending);
            before = ProposalStatus.Pending;
        }

        if (before == now)
        {
            yield break;
        }

        if (before == ProposalStatus.Pending && now == ProposalStatus.Closed)
        {
            yield return (ProposalEventKind.Started, ProposalStatus.Active);
        }

        yield return now switch
        {
            ProposalStatus.Pending => (ProposalEventKind.Proposed, now),
            ProposalStatus.Active when before == ProposalStatus.Closed => (ProposalEventKind.Extended, now),
            ProposalStatus.Active => (ProposalEventKind.Started, now),
            ProposalStatus.Deleted => (ProposalEventKind.Deleted, now),
            _ => (ProposalEventKind.Closed, now),
        };
    }
}
