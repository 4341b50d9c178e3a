using Indexer.Domain;

namespace Indexer.Handlers.Staking.PhalaStakePool;

/// <summary>
/// An account was put on the whitelist of a pool.
/// </summary>
internal sealed class PoolWhitelistStakerAddedHandler() : SubstrateHandler("PhalaStakePool", "PoolWhitelistStakerAdded")
{
    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        yield return new StateChange(context.Fields.Listed());
    }
}
