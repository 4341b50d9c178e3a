using Indexer.Domain;

namespace Indexer.Ingestion.Pallets.Democracy;

/// <summary>
/// A proposal lost the hash of the text about it.
/// </summary>
internal sealed class MetadataClearedHandler() : SubstrateHandler("Democracy", "MetadataCleared")
{
    public override IEnumerable<Change> Handle(SubstrateOccurrence occurrence, NetworkState state)
    {
        return MetadataOwner.Set(MetadataOwner.Of(occurrence.Fields.Variant("owner"), state), hash: null, state);
    }
}
