using Indexer.Domain;
using Indexer.Ingestion.Contracts.Governor;

namespace Indexer.Ingestion.Contracts.Timelock;

/// <summary>Cancelled: the operation of a proposal was taken out of the timelock; its governor need not say so.</summary>
internal sealed class CancelledHandler() : EvmHandler("Cancelled(bytes32 indexed id)", ContractRoles.Timelock)
{
    public override IEnumerable<Change> Handle(EvmOccurrence occurrence, NetworkState state) =>
        state
            .Governance.ProposalsOfHash(TimelockOperation.Of(occurrence.Event))
            .Where(proposal => proposal.Status == ProposalStatus.Queued)
            .SelectMany(proposal =>
                ProposalEnds.Change(proposal, ProposalStatus.Cancelled, ProposalEventKind.Cancelled)
            );
}
