using Indexer.Domain;

namespace Indexer.Ingestion.Pallets.Democracy;

/// <summary>
/// Nobody gave the chain the call of an enacted referendum.
/// </summary>
internal sealed class PreimageMissingHandler() : SubstrateHandler("Democracy", "PreimageMissing")
{
    public override IEnumerable<Change> Handle(SubstrateOccurrence occurrence, NetworkState state)
    {
        return Decision.Referendum(occurrence, state).Enacted("Democracy.PreimageMissing");
    }
}
