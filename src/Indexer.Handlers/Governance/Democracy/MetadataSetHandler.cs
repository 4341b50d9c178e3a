using Indexer.Domain;

namespace Indexer.Handlers.Governance.Democracy;

/// <summary>
/// A proposal got the hash of a text about it.
/// </summary>
internal sealed class MetadataSetHandler() : SubstrateHandler("Democracy", "MetadataSet")
{
    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        return MetadataOwner.Set(
            MetadataOwner.Of(context.Fields.Variant("owner"), state),
            context.Fields.Hash("hash"),
            state
        );
    }
}
