using Indexer.Domain;

namespace Indexer.Handlers.Staking.RmrkCore;

/// <summary>
/// An NFT changed hands. The chain forbids it for delegations in its last runtimes; where it happens, the shares go along.
/// </summary>
internal sealed class NFTSentHandler() : SubstrateHandler("RmrkCore", "NFTSent")
{
    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        var fields = context.Fields;
        var collection = fields.U32("collection_id");
        if (state.PoolOfCollection(collection) is not null)
        {
            yield return new StateChange(
                state.Nft(collection, fields.U32("nft_id")) with
                {
                    Owner = context.NftHolder("recipient"),
                }
            );
        }
    }
}
