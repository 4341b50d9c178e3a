using Indexer.Domain;
using Indexer.Handlers.Staking.PhalaStakePool;

namespace Indexer.Handlers.Staking.PhalaMining;

/// <summary>
/// A worker no longer mines for its pool; since spec 1090 PoolWorkerRemoved of PhalaStakePool follows.
/// Source: phala-blockchain mining.rs, unbind_miner; stakepool.rs, remove_worker_from_pool.
/// </summary>
internal sealed class MinerUnboundHandler() : SubstrateHandler("PhalaMining", "MinerUnbound")
{
    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state) =>
        context.States("PoolWorkerRemoved") ? [] : state.Miner(context.Fields).Removed();
}
