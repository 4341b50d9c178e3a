using Indexer.Domain;

namespace Indexer.Handlers.Governance.Democracy;

/// <summary>
/// A proposal lost the hash of the text about it.
/// </summary>
internal sealed class MetadataClearedHandler() : SubstrateHandler("Democracy", "MetadataCleared")
{
    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        return MetadataOwner.Set(MetadataOwner.Of(context.Fields.Variant("owner"), state), hash: null, state);
    }
}
