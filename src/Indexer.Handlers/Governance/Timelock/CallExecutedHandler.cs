using Indexer.Domain;

namespace Indexer.Handlers.Governance.Timelock;

/// <summary>CallExecuted: the operation of a proposal was carried out, by its governor or in the timelock alone.</summary>
internal sealed class CallExecutedHandler()
    : EvmHandler(
        "CallExecuted(bytes32 indexed id, uint256 indexed index, address target, uint256 value, bytes data)",
        ContractRoles.Timelock
    )
{
    public override IEnumerable<Change> Handle(EvmEventContext context, NetworkState state) =>
        TimelockOperation.Move(
            context,
            state,
            ProposalStatus.Queued,
            ProposalStatus.Executed,
            ProposalEventKind.Executed
        );
}
