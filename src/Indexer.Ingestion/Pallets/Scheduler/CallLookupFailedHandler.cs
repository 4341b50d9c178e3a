using Indexer.Domain;
using Indexer.Ingestion.Pallets.Democracy;

namespace Indexer.Ingestion.Pallets.Scheduler;

/// <summary>The call of a task was not found: a referendum cannot be enacted.</summary>
internal sealed class CallLookupFailedHandler() : SubstrateHandler("Scheduler", "CallLookupFailed")
{
    public override IEnumerable<Change> Handle(SubstrateOccurrence occurrence, NetworkState state)
    {
        return ReferendumTask.Queued(occurrence.Fields, state)?.Enacted("Scheduler.CallLookupFailed") ?? [];
    }
}
