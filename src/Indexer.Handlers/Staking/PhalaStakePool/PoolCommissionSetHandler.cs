using Indexer.Domain;

namespace Indexer.Handlers.Staking.PhalaStakePool;

/// <summary>
/// The owner of a stake pool set the commission.
/// </summary>
internal sealed class PoolCommissionSetHandler() : SubstrateHandler("PhalaStakePool", "PoolCommissionSet")
{
    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        yield return context.Fields.CommissionSet();
    }
}
