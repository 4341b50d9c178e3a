using Indexer.Domain;

namespace Indexer.Handlers.Governance.Governor;

/// <summary>
/// TimelockChange: from now on the governor queues in another timelock, and there it also looks for the operations that it
/// queued before. Which of them it still finds is asked after the block (<see cref="GovernorRule"/>).
/// </summary>
internal sealed class TimelockChangeHandler()
    : EvmHandler("TimelockChange(address oldTimelock, address newTimelock)", ContractRoles.Governor)
{
    public override IEnumerable<Change> Handle(EvmEventContext context, NetworkState state) => [];
}
