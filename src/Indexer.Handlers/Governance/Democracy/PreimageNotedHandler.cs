using Indexer.Domain;

namespace Indexer.Handlers.Governance.Democracy;

/// <summary>
/// The chain was given a call in full (before polkadot 0.9.32; since then Preimage.Noted tells it).
/// </summary>
internal sealed class PreimageNotedHandler() : SubstrateHandler("Democracy", "PreimageNoted")
{
    public override IReadOnlyList<string> Calls =>
        ["note_preimage", "note_preimage_operational", "note_imminent_preimage", "note_imminent_preimage_operational"];

    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        var hash = context.Fields.Hash("proposal_hash");
        var call = context.Call([.. Calls]);
        return call is null ? [] : state.Note(context.Runtime, hash, call.Call.Fields.Bytes("encoded_proposal"));
    }
}
