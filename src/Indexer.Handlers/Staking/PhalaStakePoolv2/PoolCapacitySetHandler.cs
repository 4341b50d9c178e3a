using Indexer.Domain;

namespace Indexer.Handlers.Staking.PhalaStakePoolv2;

/// <summary>
/// The owner of a stake pool limited the PHA that it accepts.
/// </summary>
internal sealed class PoolCapacitySetHandler() : SubstrateHandler("PhalaStakePoolv2", "PoolCapacitySet")
{
    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        var capacity = context.Fields.Balance("cap");
        yield return new PoolChange(context.Fields.PoolId(), pool => pool with { Capacity = capacity });
    }
}
