using Indexer.Domain;

namespace Indexer.Handlers.Governance.Governor;

/// <summary>ProposalExtended: its quorum was reached late, so its voting ends later (GovernorPreventLateQuorum).</summary>
internal sealed class ProposalExtendedHandler()
    : GovernorHandler("ProposalExtended(uint256 indexed proposalId, uint64 extendedDeadline)", ContractRoles.Governor)
{
    protected override IEnumerable<Change> Changes(
        GovernorProposal proposal,
        EvmEventContext context,
        NetworkState state
    )
    {
        var end = context.Event.UInt256("extendedDeadline");
        yield return new ProposalChange(
            proposal.Id,
            before =>
                before.StartHeight is null
                    ? before with
                    {
                        EndTime = Time(context, end),
                    }
                    : before with
                    {
                        EndHeight = Height(context, end),
                        EndTime = context.TimeOf(Height(context, end)),
                    }
        );
        yield return new ProposalEvent
        {
            ProposalId = proposal.Id,
            Kind = ProposalEventKind.Extended,
            Status = state.Governance.Proposal(proposal.Id).Status,
        };
    }
}
