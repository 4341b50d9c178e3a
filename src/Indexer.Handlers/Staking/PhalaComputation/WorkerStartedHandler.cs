using Indexer.Domain;

namespace Indexer.Handlers.Staking.PhalaComputation;

/// <summary>A session started: the worker computes, from a V by its stake, score and confidence.</summary>
internal sealed class WorkerStartedHandler() : SubstrateHandler("PhalaComputation", "WorkerStarted")
{
    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        var worker = state.WorkerOfSession(context);
        var v = context.Fields.Bits("init_v");
        var started = worker with
        {
            State = SessionState.Idle,
            InitialV = v,
            InitialP = context.Fields.U32("init_p"),
            CoolingDownSince = null,
        };
        return state.Becomes(worker, started, new SessionReading { SessionId = worker.SessionId, V = v });
    }
}
