using Indexer.Domain;

namespace Indexer.Handlers.Staking.PhalaStakePoolv2;

/// <summary>
/// Free PHA of a stake pool was staked in a worker: it moves from the pool's account to its lock account.
/// </summary>
internal sealed class WorkingStartedHandler() : SubstrateHandler("PhalaStakePoolv2", "WorkingStarted")
{
    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        var amount = context.Fields.Balance("amount");
        yield return new StateChange(state.WorkerOf(context) with { Stake = amount });
    }
}
