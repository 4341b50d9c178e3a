using Indexer.Domain;

namespace Indexer.Ingestion.Pallets.Democracy;

/// <summary>
/// A public proposal was struck down.
/// </summary>
internal sealed class ProposalCanceledHandler() : SubstrateHandler("Democracy", "ProposalCanceled")
{
    public override IEnumerable<Change> Handle(SubstrateOccurrence occurrence, NetworkState state)
    {
        return PublicProposals.Cancelled(state, occurrence.Fields.U32("prop_index"));
    }
}
