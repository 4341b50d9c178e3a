using Indexer.Domain;

namespace Indexer.Handlers.Staking.PhalaBasePool;

/// <summary>
/// A pool got a whitelist: from now on only listed accounts, and the owner, may delegate.
/// </summary>
internal sealed class PoolWhitelistCreatedHandler() : SubstrateHandler("PhalaBasePool", "PoolWhitelistCreated")
{
    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        yield return context.Fields.WhitelistSwitched(enabled: true);
    }
}
