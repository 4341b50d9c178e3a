using Indexer.Domain;

namespace Indexer.Handlers.Identities.Identity;

/// <summary>rename_sub: a sub-account of the caller has another name. It has no event.</summary>
internal sealed class RenameSubCall() : SubstrateCallHandler(IdentityStorage.Pallet, "rename_sub")
{
    public override IEnumerable<Change> Handle(SubstrateCallContext context, NetworkState state) =>
        context.Fields.Address("sub") is { } sub
            ? [state.Named(sub, context.Signer, context.Fields.Value("data"), context.Block.Time)]
            : [];
}
