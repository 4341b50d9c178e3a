using Indexer.Domain;

namespace Indexer.Handlers.Governance.Governor;

/// <summary>ProposalExecuted: it was carried out, of which its timelock may have told already; whatever becomes of the timelock.</summary>
internal sealed class ProposalExecutedHandler()
    : GovernorHandler(
        "ProposalExecuted(uint256 proposalId)",
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
            ProposalStatus.Executed,
            ProposalEventKind.Executed
        );
}
