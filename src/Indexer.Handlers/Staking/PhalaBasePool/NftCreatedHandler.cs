using Indexer.Domain;

namespace Indexer.Handlers.Staking.PhalaBasePool;

/// <summary>
/// An NFT with shares was minted: a delegation, or a queued withdrawal when the base pool account owns it. It repeats what
/// RmrkCore stated before, in one event.
/// Source: phala-blockchain base_pool.rs, mint_nft.
/// </summary>
internal sealed class NftCreatedHandler() : SubstrateHandler("PhalaBasePool", "NftCreated")
{
    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        var fields = context.Fields;
        state.RequireSecondVersion(fields.PoolId());
        var (collection, nftId) = (state.Pool(fields.PoolId()).Pool.CollectionId!.Value, fields.U32("nft_id"));
        yield return new StateChange(
            new DelegationNft
            {
                PoolId = fields.PoolId(),
                CollectionId = collection,
                NftId = nftId,
                MintedAt = context.Block.WholeSecond(),
                Owner = fields.AccountId("owner"),
                Shares = fields.Balance("shares"),
            }
        );
    }
}
