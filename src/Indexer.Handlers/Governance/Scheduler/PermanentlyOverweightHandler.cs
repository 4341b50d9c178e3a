using Indexer.Domain;
using Indexer.Handlers.Governance.Democracy;

namespace Indexer.Handlers.Governance.Scheduler;

/// <summary>A task takes more than a block can hold: a referendum cannot be enacted.</summary>
internal sealed class PermanentlyOverweightHandler() : SubstrateHandler("Scheduler", "PermanentlyOverweight")
{
    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        return ReferendumTask.Queued(context.Fields, state)?.Enacted("Scheduler.PermanentlyOverweight") ?? [];
    }
}
