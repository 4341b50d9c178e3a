using Indexer.Domain;

namespace Indexer.Ingestion.Pallets.PhalaBasePool;

/// <summary>
/// An account was put on the whitelist of a pool.
/// </summary>
internal sealed class PoolWhitelistStakerAddedHandler() : SubstrateHandler("PhalaBasePool", "PoolWhitelistStakerAdded")
{
    public override IEnumerable<Change> Handle(SubstrateOccurrence occurrence, NetworkState state)
    {
        var fields = occurrence.Fields;
        yield return new StateChange(
            new WhitelistEntry { PoolId = fields.PoolId(), Account = fields.AccountId("staker") }
        );
    }
}
