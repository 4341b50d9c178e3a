using Indexer.Domain;

namespace Indexer.Ingestion.Pallets.Democracy;

/// <summary>
/// An account seconded a public proposal.
/// </summary>
internal sealed class SecondedHandler() : SubstrateHandler("Democracy", "Seconded")
{
    public override IEnumerable<Change> Handle(SubstrateOccurrence occurrence, NetworkState state)
    {
        var fields = occurrence.Fields;
        return PublicProposals.Seconded(state, fields.U32("prop_index"), fields.AccountId("seconder"));
    }
}
