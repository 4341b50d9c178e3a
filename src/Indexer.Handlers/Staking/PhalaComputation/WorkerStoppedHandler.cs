using Indexer.Domain;

namespace Indexer.Handlers.Staking.PhalaComputation;

/// <summary>A session stopped: its stake waits for the cool-down period, which counts from the second of the block.</summary>
internal sealed class WorkerStoppedHandler() : SubstrateHandler("PhalaComputation", "WorkerStopped")
{
    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        var worker = state.WorkerOfSession(context);
        var since = context.Block.WholeSecond();
        return state.Becomes(worker, worker with { State = SessionState.CoolingDown, CoolingDownSince = since });
    }
}
