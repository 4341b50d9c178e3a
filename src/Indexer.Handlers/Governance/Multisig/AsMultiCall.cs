using Indexer.Domain;

namespace Indexer.Handlers.Governance.Multisig;

/// <summary>
/// A member of a multisig approved a call that is not carried out yet, and had the chain store it (runtimes up to spec 1190),
/// so that the last member only needs to name its hash.
/// Source: pallet_multisig, operate, the argument store_call.
/// </summary>
internal sealed class AsMultiCall() : SubstrateCallHandler("Multisig", "as_multi")
{
    public override IEnumerable<Change> Handle(SubstrateCallContext context, NetworkState state) =>
        context.Dispatched.Call.Inner is [var call]
            ? state.Note(context.Runtime, CallHash.OfBytes(call.Encoded.Span))
            : [];
}
