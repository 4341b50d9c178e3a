using Indexer.Domain;

namespace Indexer.Ingestion.Contracts.Timelock;

/// <summary>Cancelled: the operation of a proposal was taken out of the timelock; its governor need not say so.</summary>
internal sealed class CancelledHandler() : EvmHandler("Cancelled(bytes32 indexed id)", ContractRoles.Timelock)
{
    public override IEnumerable<Change> Handle(EvmOccurrence occurrence, NetworkState state) =>
        TimelockOperation.Move(
            occurrence,
            state,
            ProposalStatus.Queued,
            ProposalStatus.Cancelled,
            ProposalEventKind.Cancelled
        );
}
