using Indexer.Domain;

namespace Indexer.Ingestion.Pallets.PhalaBasePool;

/// <summary>
/// A pool got a whitelist: from now on only listed accounts, and the owner, may delegate.
/// </summary>
internal sealed class PoolWhitelistCreatedHandler() : SubstrateHandler("PhalaBasePool", "PoolWhitelistCreated")
{
    public override IEnumerable<Change> Handle(SubstrateOccurrence occurrence, NetworkState state)
    {
        yield return new PoolChange(occurrence.Fields.PoolId(), pool => pool with { WhitelistEnabled = true });
    }
}
