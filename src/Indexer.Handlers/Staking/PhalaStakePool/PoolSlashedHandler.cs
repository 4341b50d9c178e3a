using Indexer.Domain;

namespace Indexer.Handlers.Staking.PhalaStakePool;

/// <summary>
/// The stake of a stake pool was slashed: its value shrinks. Never fired, because slashing is disabled.
/// Source: phala-blockchain stakepool.rs, handle_reclaim.
/// </summary>
internal sealed class PoolSlashedHandler() : SubstrateHandler("PhalaStakePool", "PoolSlashed")
{
    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        yield return context.Fields.PoolSlashed(state);
    }
}
