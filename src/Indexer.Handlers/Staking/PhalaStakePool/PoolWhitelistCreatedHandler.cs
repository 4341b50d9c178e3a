using Indexer.Domain;

namespace Indexer.Handlers.Staking.PhalaStakePool;

/// <summary>
/// A pool got a whitelist (since spec 1150): from now on only listed accounts, and the owner, may delegate.
/// </summary>
internal sealed class PoolWhitelistCreatedHandler() : SubstrateHandler("PhalaStakePool", "PoolWhitelistCreated")
{
    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        yield return context.Fields.WhitelistSwitched(enabled: true);
    }
}
