using Indexer.Domain;

namespace Indexer.Ingestion.Pallets.Democracy;

/// <summary>
/// The text about a proposal went over to the referendum that it became.
/// </summary>
internal sealed class MetadataTransferredHandler() : SubstrateHandler("Democracy", "MetadataTransferred")
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
