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
        var poolId = fields.PoolId();
        foreach (var change in PoolMove.Begin(context, state, poolId))
        {
            yield return change;
        }

        if (!PoolMove.IsOf(context, PoolMove.Pools, PoolMove.Stakers))
        {
            state.RequireSecondVersion(poolId);
        }

        if (state.CollectionOf(poolId) is null)
        {
            var told = fields.U32("cid");
            yield return new PoolChange(poolId, pool => pool with { MovedCollectionId = told });
        }

        var (collection, nftId) = (state.CollectionOf(poolId) ?? fields.U32("cid"), fields.U32("nft_id"));
        yield return new StateChange(
            new DelegationNft
            {
                PoolId = poolId,
                CollectionId = collection,
                NftId = nftId,
                MintedAt = context.Block.WholeSecond(),
                Owner = fields.AccountId("owner"),
                Shares = fields.Balance("shares"),
            }
        );
    }
}
