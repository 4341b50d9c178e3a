using Indexer.Domain;

namespace Indexer.Handlers.Governance.Democracy;

/// <summary>
/// The text about a proposal went over to the referendum that it became.
/// </summary>
internal sealed class MetadataTransferredHandler() : SubstrateHandler("Democracy", "MetadataTransferred")
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
