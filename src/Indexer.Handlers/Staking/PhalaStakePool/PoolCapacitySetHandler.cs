using Indexer.Domain;

namespace Indexer.Handlers.Staking.PhalaStakePool;

/// <summary>
/// The owner of a stake pool limited the PHA that it accepts.
/// </summary>
internal sealed class PoolCapacitySetHandler() : SubstrateHandler("PhalaStakePool", "PoolCapacitySet")
{
    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        yield return context.Fields.CapacitySet();
    }
}
