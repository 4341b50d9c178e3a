using Indexer.Domain;

namespace Indexer.Ingestion.Pallets.Tips;

/// <summary>A member of the council declared what a tip is worth to it; no event tells it.</summary>
internal sealed class TipCall() : SubstrateCallHandler("Tips", "tip")
{
    public override IEnumerable<Change> Handle(SubstrateCallOccurrence occurrence, NetworkState state)
    {
        yield return state
            .Tip(occurrence.Fields.Hash("hash"))
            .Step(ProposalEventKind.Backed, occurrence.Signer, occurrence.Fields.Balance("tip_value"));
    }
}
