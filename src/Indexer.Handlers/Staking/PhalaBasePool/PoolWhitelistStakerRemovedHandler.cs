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
        var fields = context.Fields;
        yield return new StateChange(
            new WhitelistEntry { PoolId = fields.PoolId(), Account = fields.AccountId("staker") },
            Ends: true
        );
    }
}
