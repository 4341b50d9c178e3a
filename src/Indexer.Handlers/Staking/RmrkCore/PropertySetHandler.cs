using System.Buffers.Binary;
using Indexer.Domain;

namespace Indexer.Handlers.Staking.RmrkCore;

/// <summary>
/// A property of an NFT was set. The property <c>stake-info</c> of a pool's NFT is its number of shares, a u128 of 16 bytes.
/// Source: phala-blockchain base_pool.rs, NftAttr, set_nft_attr.
/// </summary>
internal sealed class PropertySetHandler() : SubstrateHandler("RmrkCore", "PropertySet")
{
    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        var fields = context.Fields;
        var collection = fields.U32("collection_id");
        if (
            state.PoolOfCollection(collection) is not null
            && fields.OptionalU32("maybe_nft_id") is { } nftId
            && fields.Bytes("key").AsSpan().SequenceEqual("stake-info"u8)
        )
        {
            yield return new StateChange(
                state.Nft(collection, nftId) with
                {
                    Shares = Shares(fields.Bytes("value"), collection, nftId),
                }
            );
        }
    }

    private static Pha Shares(byte[] value, long collection, long nftId) =>
        value.Length == 16
            ? Pha.FromLegacy(BinaryPrimitives.ReadUInt128LittleEndian(value))
            : throw new UnknownStateException(
                $"The stake-info of NFT {nftId} in collection {collection} has {value.Length} bytes instead of 16."
            );
}
