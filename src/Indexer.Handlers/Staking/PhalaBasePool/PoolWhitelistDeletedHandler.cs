using Indexer.Domain;

namespace Indexer.Handlers.Staking.PhalaBasePool;

/// <summary>
/// A pool lost its whitelist, after the last account was removed from it: anyone may delegate.
/// </summary>
internal sealed class PoolWhitelistDeletedHandler() : SubstrateHandler("PhalaBasePool", "PoolWhitelistDeleted")
{
    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        yield return context.Fields.WhitelistSwitched(enabled: false);
    }
}
