using Indexer.Domain;

namespace Indexer.Handlers.Governance.Preimage;

/// <summary>The chain was given a call in full by one that it had stored itself: the event Noted does not have the bytes.</summary>
internal sealed class NotePreimageCall() : SubstrateCallHandler("Preimage", "note_preimage")
{
    public override IEnumerable<Change> Handle(SubstrateCallContext context, NetworkState state) =>
        state.Note(context.Runtime, CallHash.OfBytes(context.Fields.Bytes("bytes")));
}
