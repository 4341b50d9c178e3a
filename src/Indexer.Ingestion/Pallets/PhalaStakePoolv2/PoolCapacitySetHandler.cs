using Indexer.Domain;

namespace Indexer.Ingestion.Pallets.PhalaStakePoolv2;

/// <summary>
/// The owner of a stake pool limited the PHA that it accepts.
/// </summary>
internal sealed class PoolCapacitySetHandler() : SubstrateHandler("PhalaStakePoolv2", "PoolCapacitySet")
{
    public override IEnumerable<Change> Handle(SubstrateOccurrence occurrence, NetworkState state)
    {
        var capacity = occurrence.Fields.Balance("cap");
        yield return new PoolChange(occurrence.Fields.PoolId(), pool => pool with { Capacity = capacity });
    }
}
