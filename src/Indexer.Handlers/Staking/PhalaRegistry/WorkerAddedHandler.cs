using Indexer.Domain;

namespace Indexer.Handlers.Staking.PhalaRegistry;

/// <summary>A worker was registered.</summary>
internal sealed class WorkerAddedHandler() : SubstrateHandler("PhalaRegistry", "WorkerAdded")
{
    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state) =>
        RegistryFields.Attested(context, state);
}
