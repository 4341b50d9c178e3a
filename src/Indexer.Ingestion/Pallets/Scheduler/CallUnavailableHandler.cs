using Indexer.Domain;
using Indexer.Ingestion.Pallets.Democracy;

namespace Indexer.Ingestion.Pallets.Scheduler;

/// <summary>Nobody gave the chain the call of a task: a referendum cannot be enacted.</summary>
internal sealed class CallUnavailableHandler() : SubstrateHandler("Scheduler", "CallUnavailable")
{
    public override IEnumerable<Change> Handle(SubstrateOccurrence occurrence, NetworkState state)
    {
        return ReferendumTask.Queued(occurrence.Fields, state)?.Enacted("Scheduler.CallUnavailable") ?? [];
    }
}
