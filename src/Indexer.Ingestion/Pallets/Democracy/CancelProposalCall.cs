using Indexer.Domain;

namespace Indexer.Ingestion.Pallets.Democracy;

/// <summary>A public proposal was struck down, in a runtime without the event ProposalCanceled.</summary>
internal sealed class CancelProposalCall() : SubstrateCallHandler("Democracy", "cancel_proposal")
{
    public override IEnumerable<Change> Handle(SubstrateCallOccurrence occurrence, NetworkState state)
    {
        return occurrence.HasEvent("ProposalCanceled")
            ? []
            : PublicProposals.Cancelled(state, occurrence.Fields.U32("prop_index"));
    }
}
