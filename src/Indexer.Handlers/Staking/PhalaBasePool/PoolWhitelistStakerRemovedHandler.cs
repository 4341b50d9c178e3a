using Indexer.Domain;

namespace Indexer.Handlers.Staking.PhalaBasePool;

/// <summary>
/// An account was taken off the whitelist of a pool.
/// </summary>
internal sealed class PoolWhitelistStakerRemovedHandler()
    : SubstrateHandler("PhalaBasePool", "PoolWhitelistStakerRemoved")
{
    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        yield return new StateChange(context.Fields.Listed(), Ends: true);
    }
}
