using Indexer.Domain;
using Indexer.Snapshot;

namespace Indexer.Ingestion;

/// <summary>Which proposals of a space must be read again.</summary>
internal static class SpaceDifference
{
    /// <summary>
    /// The hub's ids of the proposals of which anything can have changed: new ones, open ones, those whose scores or
    /// weights are not final, those whose listing differs, and those that are not listed any more.
    /// </summary>
    /// <param name="listed">All proposals that the space has now, the oldest first.</param>
    /// <param name="governance">What the index has.</param>
    public static IReadOnlyList<string> Unsettled(IReadOnlyList<ListedProposal> listed, GovernanceState governance)
    {
        var ids = listed.Select(proposal => ProposalChanges.IdOf(proposal.Id)).ToHashSet(StringComparer.Ordinal);
        var vanished = governance
            .AllProposals.Where(known => known.Status != ProposalStatus.Deleted && !ids.Contains(known.ProposalId))
            .Select(known => known.ProposalId[ProposalChanges.IdOf("").Length..])
            .Order(StringComparer.Ordinal);
        return
        [
            .. listed.Where(proposal => !IsSettled(proposal, governance)).Select(proposal => proposal.Id),
            .. vanished,
        ];
    }

    private static bool IsSettled(ListedProposal listed, GovernanceState governance)
    {
        var id = ProposalChanges.IdOf(listed.Id);
        return governance.Proposals.Find(id) is { ScoresFinal: true, Status: ProposalStatus.Closed } known
            && listed is { State: SnapshotState.Closed, ScoresFinal: true }
            && listed.IsFlagged == known.IsFlagged
            && listed.Updated == governance.Texts.Find(id)?.EditedTime?.ToUnixTimeSeconds();
    }
}
