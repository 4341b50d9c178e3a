using Indexer.Domain;

namespace Indexer.Handlers.Staking.PhalaStakePoolv2;

/// <summary>
/// A worker left its stake pool. Who unbinds a worker that cools down leaves its stake behind until it is reclaimed.
/// Source: phala-blockchain computation.rs, unbind_session; stake_pool_v2.rs, remove_worker_from_pool.
/// </summary>
internal sealed class PoolWorkerRemovedHandler() : SubstrateHandler("PhalaStakePoolv2", "PoolWorkerRemoved")
{
    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        var poolId = context.Fields.PoolId();
        var worker = state.WorkerOf(context);
        yield return new StateChange(worker with { IsRemoved = true }, Ends: worker.Stake.IsZero);
        yield return new PoolChange(poolId, pool => pool with { WorkerCount = pool.WorkerCount - 1 });
    }
}
