using Indexer.Domain;

namespace Indexer.Ingestion.Pallets.Democracy;

/// <summary>An account voted, or changed its vote.</summary>
internal sealed class VotedHandler() : SubstrateHandler("Democracy", "Voted")
{
    public override IEnumerable<Change> Handle(SubstrateOccurrence occurrence, NetworkState state)
    {
        var fields = occurrence.Fields;
        return [Votes.Cast(state, fields.U32("ref_index"), fields.AccountId("voter"), fields.Variant("vote"))];
    }
}
