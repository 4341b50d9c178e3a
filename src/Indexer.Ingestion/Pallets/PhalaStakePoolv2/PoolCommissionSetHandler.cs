using Indexer.Domain;

namespace Indexer.Ingestion.Pallets.PhalaStakePoolv2;

/// <summary>
/// The owner of a stake pool set the commission.
/// </summary>
internal sealed class PoolCommissionSetHandler() : SubstrateHandler("PhalaStakePoolv2", "PoolCommissionSet")
{
    public override IEnumerable<Change> Handle(SubstrateOccurrence occurrence, NetworkState state)
    {
        yield return occurrence.Fields.CommissionSet();
    }
}
