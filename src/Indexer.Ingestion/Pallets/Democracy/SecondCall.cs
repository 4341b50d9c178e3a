using Indexer.Domain;

namespace Indexer.Ingestion.Pallets.Democracy;

/// <summary>An account seconded a public proposal, in a runtime without the event Seconded.</summary>
internal sealed class SecondCall() : SubstrateCallHandler("Democracy", "second")
{
    public override IEnumerable<Change> Handle(SubstrateCallOccurrence occurrence, NetworkState state)
    {
        return occurrence.HasEvent("Seconded")
            ? []
            : PublicProposals.Seconded(state, occurrence.Fields.U32("proposal"), occurrence.Signer);
    }
}
