using Indexer.Domain;

namespace Indexer.Handlers.Staking.PhalaComputation;

/// <summary>The gatekeepers miss the heartbeats of a worker.</summary>
internal sealed class WorkerEnterUnresponsiveHandler() : SubstrateHandler("PhalaComputation", "WorkerEnterUnresponsive")
{
    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        var worker = state.WorkerOfSession(context);
        return state.Becomes(worker, worker with { State = SessionState.Unresponsive });
    }
}
