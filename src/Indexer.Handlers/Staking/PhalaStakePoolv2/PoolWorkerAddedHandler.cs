using Indexer.Domain;

namespace Indexer.Handlers.Staking.PhalaStakePoolv2;

/// <summary>
/// A worker joined a stake pool. It may have left the same pool before its stake was reclaimed, then the stake is still there.
/// </summary>
internal sealed class PoolWorkerAddedHandler() : SubstrateHandler("PhalaStakePoolv2", "PoolWorkerAdded")
{
    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        var fields = context.Fields;
        var former = state.Workers.Find((fields.PoolId(), fields.Worker()));
        yield return new StateChange(
            new Worker
            {
                PoolId = fields.PoolId(),
                PublicKey = fields.Worker(),
                Session = fields.AccountId("session"),
                Stake = former?.Stake ?? Pha.Zero,
            }
        );
        yield return new PoolChange(fields.PoolId(), pool => pool with { WorkerCount = pool.WorkerCount + 1 });
    }
}
