using Indexer.Domain;

namespace Indexer.Handlers.Governance.Preimage;

/// <summary>The chain was given a call in full, or a text; the call note_preimage has the bytes.</summary>
internal sealed class NotedHandler() : SubstrateHandler("Preimage", "Noted")
{
    public override IReadOnlyList<string> Calls => ["note_preimage"];

    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        var call = context.Call("note_preimage");
        return call is null
            ? []
            : state.Note(context.Runtime, context.Fields.Hash("hash"), call.Call.Fields.Bytes("bytes"));
    }
}
