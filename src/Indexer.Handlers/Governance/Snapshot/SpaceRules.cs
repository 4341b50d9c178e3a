using Indexer.Domain;
using Indexer.Snapshot;

namespace Indexer.Handlers.Governance.Snapshot;

/// <summary>Which proposals of a space must be read again, and what has changed in them.</summary>
internal sealed class SpaceRules : ISpaceRules
{
    /// <inheritdoc />
    public string IdOf(string nativeId) => ProposalChanges.IdOf(nativeId);

    /// <inheritdoc />
    public IReadOnlyList<string> Unsettled(IReadOnlyList<ListedProposal> listed, GovernanceState governance)
    {
        var ids = listed.Select(proposal => IdOf(proposal.Id)).ToHashSet(StringComparer.Ordinal);
        var vanished = governance
            .AllProposals.Where(known => known.Status != ProposalStatus.Deleted && !ids.Contains(known.ProposalId))
            .Select(known => known.ProposalId[IdOf("").Length..])
            .Order(StringComparer.Ordinal);
        return
        [
            .. listed.Where(proposal => !IsSettled(proposal, governance)).Select(proposal => proposal.Id),
            .. vanished,
        ];
    }

    /// <inheritdoc />
    public IReadOnlyList<Change> Handle(string space, ProposalObservation observation, GovernanceState governance) =>
        new ProposalChanges(space, observation.NativeId, governance).Of(observation);

    private bool IsSettled(ListedProposal listed, GovernanceState governance)
    {
        var id = IdOf(listed.Id);
        return governance.Proposals.Find(id) is { ScoresFinal: true, Status: ProposalStatus.Closed } known
            && listed is { State: SnapshotState.Closed, ScoresFinal: true }
            && listed.IsFlagged == known.IsFlagged
            && listed.Updated == governance.Texts.Find(id)?.EditedTime?.ToUnixTimeSeconds();
    }
}
