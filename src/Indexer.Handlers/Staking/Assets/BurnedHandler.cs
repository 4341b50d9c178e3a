using Indexer.Domain;

namespace Indexer.Handlers.Staking.Assets;

/// <summary>Units of an asset were burned.</summary>
internal sealed class BurnedHandler() : SubstrateHandler("Assets", "Burned")
{
    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state) =>
        WrappedAsset.Moved(context, state);
}
