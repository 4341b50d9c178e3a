using Indexer.Domain;

namespace Indexer.Handlers.Governance.Timelock;

/// <summary>
/// CallScheduled: an operation waits in the timelock. That of a proposal is linked to it by the ProposalQueued that follows in
/// the same transaction. An operation that was cancelled and is scheduled again makes its proposal queued again.
/// </summary>
internal sealed class CallScheduledHandler()
    : EvmHandler(
        "CallScheduled(bytes32 indexed id, uint256 indexed index, address target, uint256 value, bytes data, bytes32 predecessor, uint256 delay)",
        ContractRoles.Timelock
    )
{
    public override IEnumerable<Change> Handle(EvmEventContext context, NetworkState state) =>
        TimelockOperation.Move(
            context,
            state,
            ProposalStatus.Cancelled,
            ProposalStatus.Queued,
            ProposalEventKind.Queued
        );

    /// <summary>The operation that a governor queued a proposal with; null when its timelock is none that is indexed.</summary>
    /// <param name="queued">The ProposalQueued.</param>
    public static string? OperationOf(EvmEventContext queued) =>
        queued
            .EarlierInTransaction()
            .Where(other => other.Role == ContractRoles.Timelock && other.Event.Name == "CallScheduled")
            .Select(other => TimelockOperation.Of(other.Event))
            .FirstOrDefault();
}
