using Indexer.Domain;

namespace Indexer.Handlers.Staking.RmrkCore;

/// <summary>
/// An NFT was minted. Of interest are those in the collections of pools; their shares follow as a property.
/// </summary>
internal sealed class NftMintedHandler() : SubstrateHandler("RmrkCore", "NftMinted")
{
    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        var fields = context.Fields;
        if (state.PoolOfCollection(fields.U32("collection_id")) is not { } pool)
        {
            yield break;
        }

        yield return new StateChange(
            new DelegationNft
            {
                PoolId = pool.Id,
                MintedAt = context.Block.WholeSecond(),
                CollectionId = fields.U32("collection_id"),
                NftId = fields.U32("nft_id"),
                Owner = context.NftHolder("owner"),
            }
        );
    }
}
