using Indexer.Domain;

namespace Indexer.Ingestion.Pallets.Democracy;

/// <summary>An account voted, or changed its vote, in a runtime without the event Voted.</summary>
internal sealed class VoteCall() : SubstrateCallHandler("Democracy", "vote")
{
    public override IEnumerable<Change> Handle(SubstrateCallOccurrence occurrence, NetworkState state)
    {
        var fields = occurrence.Fields;
        return occurrence.HasEvent("Voted")
            ? []
            : [Votes.Cast(state, fields.U32("ref_index"), occurrence.Signer, fields.Variant("vote"))];
    }
}
