using Indexer.Domain;

namespace Indexer.Handlers.Staking.PhalaStakePoolv2;

/// <summary>
/// The stake of a stake pool was slashed: its value shrinks, and so much less of the worker's stake comes back with the
/// WorkerReclaimed that follows. Never fired, because slashing is disabled.
/// Source: phala-blockchain stake_pool_v2.rs, handle_reclaim.
/// </summary>
internal sealed class PoolSlashedHandler() : SubstrateHandler("PhalaStakePoolv2", "PoolSlashed")
{
    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        yield return context.Fields.PoolSlashed(state);
    }
}
