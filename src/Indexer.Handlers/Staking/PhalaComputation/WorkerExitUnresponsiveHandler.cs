using Indexer.Domain;

namespace Indexer.Handlers.Staking.PhalaComputation;

/// <summary>The gatekeepers have heartbeats of a worker again.</summary>
internal sealed class WorkerExitUnresponsiveHandler() : SubstrateHandler("PhalaComputation", "WorkerExitUnresponsive")
{
    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        var worker = state.WorkerOfSession(context);
        return state.Becomes(worker, worker with { State = SessionState.Idle });
    }
}
