using Indexer.Domain;

namespace Indexer.Handlers.Staking;

/// <summary>The NFTs in the collections of pools.</summary>
internal static class PoolNfts
{
    /// <summary>The time of a block as the pallets keep it: in seconds, cut off.</summary>
    public static DateTimeOffset WholeSecond(this BlockHeader block) =>
        DateTimeOffset.FromUnixTimeSeconds(block.Time.ToUnixTimeSeconds());

    /// <summary>An NFT of a pool.</summary>
    /// <exception cref="UnknownStateException">No event minted it, or it was burned.</exception>
    public static DelegationNft Nft(this NetworkState state, long collectionId, long nftId) =>
        state.Nfts.Find((collectionId, nftId))
        ?? throw new UnknownStateException(
            $"NFT {nftId} in collection {collectionId} of {state.Network} is unknown; events are missing before it."
        );

    /// <summary>The account in a field that names an account or an NFT.</summary>
    /// <exception cref="UnknownStateException">It names an NFT: the pools never give one to another.</exception>
    public static AccountId NftHolder(this SubstrateEventContext context, string field)
    {
        var holder = context.Fields.Variant(field);
        return holder.Name == "AccountId"
            ? holder.Fields.AccountId(0)
            : throw new UnknownStateException(
                $"{context.Event.Pallet}.{context.Event.Name} in block {context.Block.Height}: the NFT of a pool belongs to another NFT."
            );
    }
}
