using Indexer.Domain;

namespace Indexer.Ingestion.Contracts.Governor;

/// <summary>ProposalExtended: its quorum was reached late, so its voting ends later (GovernorPreventLateQuorum).</summary>
internal sealed class ProposalExtendedHandler()
    : GovernorHandler("ProposalExtended(uint256 indexed proposalId, uint64 extendedDeadline)", ContractRoles.Governor)
{
    protected override IEnumerable<Change> Changes(
        GovernorProposal proposal,
        EvmOccurrence occurrence,
        NetworkState state
    )
    {
        var end = occurrence.Event.UInt256("extendedDeadline");
        yield return new ProposalChange(
            proposal.Id,
            before =>
                before.StartHeight is null
                    ? before with
                    {
                        EndTime = Time(occurrence, end),
                    }
                    : before with
                    {
                        EndHeight = Height(occurrence, end),
                        EndTime = occurrence.TimeOf(Height(occurrence, end)),
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
