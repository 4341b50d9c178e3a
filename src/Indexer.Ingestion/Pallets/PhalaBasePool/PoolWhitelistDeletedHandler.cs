using Indexer.Domain;

namespace Indexer.Ingestion.Pallets.PhalaBasePool;

/// <summary>
/// A pool lost its whitelist, after the last account was removed from it: anyone may delegate.
/// </summary>
internal sealed class PoolWhitelistDeletedHandler() : SubstrateHandler("PhalaBasePool", "PoolWhitelistDeleted")
{
    public override IEnumerable<Change> Handle(SubstrateOccurrence occurrence, NetworkState state)
    {
        yield return new PoolChange(occurrence.Fields.PoolId(), pool => pool with { WhitelistEnabled = false });
    }
}
