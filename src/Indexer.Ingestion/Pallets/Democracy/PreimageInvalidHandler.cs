using Indexer.Domain;

namespace Indexer.Ingestion.Pallets.Democracy;

/// <summary>
/// The bytes behind an enacted referendum are no call.
/// </summary>
internal sealed class PreimageInvalidHandler() : SubstrateHandler("Democracy", "PreimageInvalid")
{
    public override IEnumerable<Change> Handle(SubstrateOccurrence occurrence, NetworkState state)
    {
        return Decision.Referendum(occurrence, state).Enacted("Democracy.PreimageInvalid");
    }
}
