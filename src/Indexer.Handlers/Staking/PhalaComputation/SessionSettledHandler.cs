using Indexer.Domain;

namespace Indexer.Handlers.Staking.PhalaComputation;

/// <summary>A session was settled: V as the gatekeepers have it, and what the worker was paid, which its pool states in RewardReceived.</summary>
internal sealed class SessionSettledHandler() : SubstrateHandler("PhalaComputation", "SessionSettled")
{
    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        var worker = state.WorkerOfSession(context);
        var paid = Pha.FromBigInteger(context.Fields.Bits("payout_bits").ToLegacyUnits() * Pha.UnitsPerLegacyUnit);
        return state.Becomes(
            worker,
            worker,
            new SessionReading
            {
                SessionId = worker.SessionId,
                V = context.Fields.Bits("v_bits"),
                TotalReward = state.Sessions.TotalReward(worker.SessionId) + paid,
            }
        );
    }
}
