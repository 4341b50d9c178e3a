using Indexer.Domain;

namespace Indexer.Handlers.Governance.Governor;

/// <summary>The end of a proposal, of which a governor and its timelock may both tell.</summary>
internal static class ProposalEnds
{
    /// <summary>The changes; none when the proposal is there already.</summary>
    public static IEnumerable<Change> Change(ProposalState proposal, ProposalStatus status, ProposalEventKind kind) =>
        proposal.Status == status
            ? []
            :
            [
                new ProposalChange(proposal.ProposalId, before => before with { Status = status }),
                new ProposalEvent
                {
                    ProposalId = proposal.ProposalId,
                    Kind = kind,
                    Status = status,
                },
            ];

    /// <summary>The changes of an end that stands whatever becomes of the operation in the timelock, by which it is known no more.</summary>
    public static IEnumerable<Change> ForGood(ProposalState proposal, ProposalStatus status, ProposalEventKind kind) =>
        [
            .. Change(proposal, status, kind),
            new ProposalChange(proposal.ProposalId, before => before with { Hash = null }),
        ];
}
