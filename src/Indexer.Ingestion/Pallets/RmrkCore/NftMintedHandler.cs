using Indexer.Domain;

namespace Indexer.Ingestion.Pallets.RmrkCore;

/// <summary>
/// An NFT was minted. Of interest are those in the collections of pools; their shares follow as a property.
/// </summary>
internal sealed class NftMintedHandler() : SubstrateHandler("RmrkCore", "NftMinted")
{
    public override IEnumerable<Change> Handle(SubstrateOccurrence occurrence, NetworkState state)
    {
        var fields = occurrence.Fields;
        if (state.PoolOfCollection(fields.U32("collection_id")) is null)
        {
            yield break;
        }

        yield return new StateChange(
            new DelegationNft
            {
                CollectionId = fields.U32("collection_id"),
                NftId = fields.U32("nft_id"),
                Owner = occurrence.NftHolder("owner"),
            }
        );
    }
}
