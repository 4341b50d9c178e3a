using Indexer.Domain;

namespace Indexer.Handlers.Staking.Assets;

/// <summary>An account got new units of an asset.</summary>
internal sealed class IssuedHandler() : SubstrateHandler("Assets", "Issued")
{
    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state) =>
        [.. PoolMove.Minted(context, state), .. WrappedAsset.Moved(context, state)];
}
