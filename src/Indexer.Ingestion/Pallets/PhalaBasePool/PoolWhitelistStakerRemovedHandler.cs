using Indexer.Domain;

namespace Indexer.Ingestion.Pallets.PhalaBasePool;

/// <summary>
/// An account was taken off the whitelist of a pool.
/// </summary>
internal sealed class PoolWhitelistStakerRemovedHandler()
    : SubstrateHandler("PhalaBasePool", "PoolWhitelistStakerRemoved")
{
    public override IEnumerable<Change> Handle(SubstrateOccurrence occurrence, NetworkState state)
    {
        var fields = occurrence.Fields;
        yield return new StateChange(
            new WhitelistEntry { PoolId = fields.PoolId(), Account = fields.AccountId("staker") },
            Ends: true
        );
    }
}
