using Indexer.Domain;
using Indexer.Handlers.Governance.Democracy;

namespace Indexer.Handlers.Governance.Scheduler;

/// <summary>The call of a task was not found: a referendum cannot be enacted.</summary>
internal sealed class CallLookupFailedHandler() : SubstrateHandler("Scheduler", "CallLookupFailed")
{
    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        return ReferendumTask.Queued(context.Fields, state)?.Enacted("Scheduler.CallLookupFailed") ?? [];
    }
}
