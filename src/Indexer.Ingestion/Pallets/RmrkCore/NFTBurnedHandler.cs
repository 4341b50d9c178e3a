using Indexer.Domain;

namespace Indexer.Ingestion.Pallets.RmrkCore;

/// <summary>
/// An NFT was burned: merged into another one, or a withdrawal that is paid. Fields are read by name, because their order
/// changed between runtimes.
/// </summary>
internal sealed class NFTBurnedHandler() : SubstrateHandler("RmrkCore", "NFTBurned")
{
    public override IEnumerable<Change> Handle(SubstrateOccurrence occurrence, NetworkState state)
    {
        var fields = occurrence.Fields;
        var collection = fields.U32("collection_id");
        if (state.PoolOfCollection(collection) is not null)
        {
            yield return new StateChange(state.Nft(collection, fields.U32("nft_id")), Ends: true);
        }
    }
}
