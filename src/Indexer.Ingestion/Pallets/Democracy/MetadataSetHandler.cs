using Indexer.Domain;

namespace Indexer.Ingestion.Pallets.Democracy;

/// <summary>
/// A proposal got the hash of a text about it.
/// </summary>
internal sealed class MetadataSetHandler() : SubstrateHandler("Democracy", "MetadataSet")
{
    public override IEnumerable<Change> Handle(SubstrateOccurrence occurrence, NetworkState state)
    {
        return MetadataOwner.Set(
            MetadataOwner.Of(occurrence.Fields.Variant("owner"), state),
            occurrence.Fields.Hash("hash"),
            state
        );
    }
}
