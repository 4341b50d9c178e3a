using Indexer.Domain;

namespace Indexer.Handlers.Staking.Assets;

/// <summary>Units of an asset changed hands.</summary>
internal sealed class TransferredHandler() : SubstrateHandler("Assets", "Transferred")
{
    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state) =>
        WrappedAsset.Moved(context, state);
}
