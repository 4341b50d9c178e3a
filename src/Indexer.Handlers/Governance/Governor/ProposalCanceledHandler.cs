using Indexer.Domain;

namespace Indexer.Handlers.Governance.Governor;

/// <summary>ProposalCanceled: it was taken back for good, whatever becomes of its operation in the timelock.</summary>
internal sealed class ProposalCanceledHandler()
    : GovernorHandler(
        "ProposalCanceled(uint256 proposalId)",
        ContractRoles.Governor,
        ContractRoles.GovernorBravo,
        ContractRoles.GovernorAlpha
    )
{
    protected override IEnumerable<Change> Changes(
        GovernorProposal proposal,
        EvmEventContext context,
        NetworkState state
    ) =>
        ProposalEnds.ForGood(
            state.Governance.Proposal(proposal.Id),
            ProposalStatus.Cancelled,
            ProposalEventKind.Cancelled
        );
}
