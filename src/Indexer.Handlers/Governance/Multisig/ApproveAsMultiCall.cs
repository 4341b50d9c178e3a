using Indexer.Domain;
using Indexer.Substrate.Calls;

namespace Indexer.Handlers.Governance.Multisig;

/// <summary>
/// The last approval of a multisig had the call carried out that the chain had stored (runtimes up to spec 1190).
/// Source: pallet_multisig, operate.
/// </summary>
internal sealed class ApproveAsMultiCall() : SubstrateCallHandler("Multisig", "approve_as_multi")
{
    public override string? CarriesOut(DispatchedCall call) => call.Call.Fields.Hash("call_hash");

    public override IEnumerable<Change> Handle(SubstrateCallContext context, NetworkState state) => [];
}
