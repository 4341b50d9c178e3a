using Indexer.Domain;

namespace Indexer.Handlers.Staking.PhalaComputation;

/// <summary>A heartbeat tells the speed of a worker.</summary>
internal sealed class BenchmarkUpdatedHandler() : SubstrateHandler("PhalaComputation", "BenchmarkUpdated")
{
    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        var worker = state.WorkerOfSession(context);
        yield return new SessionChange(
            new SessionReading { SessionId = worker.SessionId, InstantP = context.Fields.U32("p_instant") }
        );
    }
}
