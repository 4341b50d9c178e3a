using Indexer.Domain;
using Indexer.Ingestion.Pallets.Democracy;

namespace Indexer.Ingestion.Pallets.Scheduler;

/// <summary>A task takes more than a block can hold: a referendum cannot be enacted.</summary>
internal sealed class PermanentlyOverweightHandler() : SubstrateHandler("Scheduler", "PermanentlyOverweight")
{
    public override IEnumerable<Change> Handle(SubstrateOccurrence occurrence, NetworkState state)
    {
        return ReferendumTask.Queued(occurrence.Fields, state)?.Enacted("Scheduler.PermanentlyOverweight") ?? [];
    }
}
