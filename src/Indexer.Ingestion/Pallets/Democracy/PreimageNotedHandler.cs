using Indexer.Domain;

namespace Indexer.Ingestion.Pallets.Democracy;

/// <summary>
/// The chain was given a call in full (before polkadot 0.9.32; since then Preimage.Noted tells it).
/// </summary>
internal sealed class PreimageNotedHandler() : SubstrateHandler("Democracy", "PreimageNoted")
{
    public override IReadOnlyList<string> Calls =>
        ["note_preimage", "note_preimage_operational", "note_imminent_preimage", "note_imminent_preimage_operational"];

    public override IEnumerable<Change> Handle(SubstrateOccurrence occurrence, NetworkState state)
    {
        var hash = occurrence.Fields.Hash("proposal_hash");
        var call = occurrence.Call([.. Calls]);
        return call is null ? [] : state.Note(occurrence.Runtime, hash, call.Call.Fields.Bytes("encoded_proposal"));
    }
}
