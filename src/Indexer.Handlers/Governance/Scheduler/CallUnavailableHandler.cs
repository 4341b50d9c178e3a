using Indexer.Domain;
using Indexer.Handlers.Governance.Democracy;

namespace Indexer.Handlers.Governance.Scheduler;

/// <summary>Nobody gave the chain the call of a task: a referendum cannot be enacted.</summary>
internal sealed class CallUnavailableHandler() : SubstrateHandler("Scheduler", "CallUnavailable")
{
    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        return ReferendumTask.Queued(context.Fields, state)?.Enacted("Scheduler.CallUnavailable") ?? [];
    }
}
