using Indexer.Domain;

namespace Indexer.Handlers.Staking.RmrkCore;

/// <summary>
/// An NFT was burned: merged into another one, or a withdrawal that is paid. Fields are read by name, because their order
/// changed between runtimes.
/// </summary>
internal sealed class NFTBurnedHandler() : SubstrateHandler("RmrkCore", "NFTBurned")
{
    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        var fields = context.Fields;
        var collection = fields.U32("collection_id");
        if (state.PoolOfCollection(collection) is not null)
        {
            yield return new StateChange(state.Nft(collection, fields.U32("nft_id")), Ends: true);
        }
    }
}
