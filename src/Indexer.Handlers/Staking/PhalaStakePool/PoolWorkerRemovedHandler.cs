using Indexer.Domain;

namespace Indexer.Handlers.Staking.PhalaStakePool;

/// <summary>
/// A worker left its stake pool (since spec 1090). Who unbinds a worker that cools down leaves its stake behind until it is reclaimed.
/// Source: phala-blockchain stakepool.rs, remove_worker_from_pool.
/// </summary>
internal sealed class PoolWorkerRemovedHandler() : SubstrateHandler("PhalaStakePool", "PoolWorkerRemoved")
{
    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state) =>
        state.WorkerOf(context).Removed();
}
