using Indexer.Domain;

namespace Indexer.Handlers.Staking.PhalaRegistry;

/// <summary>A worker attested itself again: the confidence in it may have changed.</summary>
internal sealed class WorkerUpdatedHandler() : SubstrateHandler("PhalaRegistry", "WorkerUpdated")
{
    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state) =>
        RegistryFields.Attested(context, state);
}
