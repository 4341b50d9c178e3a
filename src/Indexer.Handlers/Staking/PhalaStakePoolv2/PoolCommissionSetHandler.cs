using Indexer.Domain;

namespace Indexer.Handlers.Staking.PhalaStakePoolv2;

/// <summary>
/// The owner of a stake pool set the commission.
/// </summary>
internal sealed class PoolCommissionSetHandler() : SubstrateHandler("PhalaStakePoolv2", "PoolCommissionSet")
{
    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        yield return context.Fields.CommissionSet();
    }
}
