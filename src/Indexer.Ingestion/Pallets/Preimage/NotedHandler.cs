using Indexer.Domain;

namespace Indexer.Ingestion.Pallets.Preimage;

/// <summary>The chain was given a call in full, or a text; the call note_preimage has the bytes.</summary>
internal sealed class NotedHandler() : SubstrateHandler("Preimage", "Noted")
{
    public override IReadOnlyList<string> Calls => ["note_preimage"];

    public override IEnumerable<Change> Handle(SubstrateOccurrence occurrence, NetworkState state)
    {
        var call = occurrence.Call("note_preimage");
        return call is null
            ? []
            : state.Note(occurrence.Runtime, occurrence.Fields.Hash("hash"), call.Call.Fields.Bytes("bytes"));
    }
}
