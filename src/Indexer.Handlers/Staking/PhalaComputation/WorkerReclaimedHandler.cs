using Indexer.Domain;

namespace Indexer.Handlers.Staking.PhalaComputation;

/// <summary>The stake of a session was given back. The event of the stake pool that follows moves it.</summary>
internal sealed class WorkerReclaimedHandler() : SubstrateHandler("PhalaComputation", "WorkerReclaimed")
{
    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        var worker = state.WorkerOfSession(context);
        return state.Becomes(worker, worker with { State = SessionState.Ready, CoolingDownSince = null });
    }
}
