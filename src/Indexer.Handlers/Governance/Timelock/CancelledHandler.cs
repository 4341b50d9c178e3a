using Indexer.Domain;

namespace Indexer.Handlers.Governance.Timelock;

/// <summary>Cancelled: the operation of a proposal was taken out of the timelock; its governor need not say so.</summary>
internal sealed class CancelledHandler() : EvmHandler("Cancelled(bytes32 indexed id)", ContractRoles.Timelock)
{
    public override IEnumerable<Change> Handle(EvmEventContext context, NetworkState state) =>
        TimelockOperation.Move(
            context,
            state,
            ProposalStatus.Queued,
            ProposalStatus.Cancelled,
            ProposalEventKind.Cancelled
        );
}
