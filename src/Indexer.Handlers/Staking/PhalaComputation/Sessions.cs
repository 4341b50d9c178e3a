using Indexer.Domain;
using Indexer.Substrate.Events;

namespace Indexer.Handlers.Staking.PhalaComputation;

/// <summary>
/// The computing sessions of workers. A session is bound to a worker by adding this to a stake pool, which has an event of its own, so
/// that SessionBound and SessionUnbound tell nothing new. Source: phala-blockchain computation.rs; stake_pool_v2.rs.
/// </summary>
internal static class Sessions
{
    /// <summary>The worker whose session the event names.</summary>
    /// <exception cref="UnknownStateException">No event added it to a pool.</exception>
    public static Worker WorkerOfSession(this NetworkState state, SubstrateEventContext context)
    {
        var session = context.Fields.AccountId("session");
        return state.WorkerOfSession(session)
            ?? throw new UnknownStateException(
                $"{context.Event.Pallet}.{context.Event.Name} in block {context.Block.Height}: session {session} of "
                    + $"{state.Network} is unknown: no indexed event added its worker to a pool. Index from before it (startBlock)."
            );
    }

    /// <summary>A fixed-point number of the chain by its bits.</summary>
    public static U64F64 Bits(this EventFields fields, FieldKey key) => new(fields.U128(key));

    /// <summary>What an event makes of a worker and its session, and so of the shares of its pool's idle workers.</summary>
    /// <param name="state">The state before.</param>
    /// <param name="before">The worker before.</param>
    /// <param name="after">The worker after.</param>
    /// <param name="reading">What the event says of the session; null when nothing.</param>
    public static IEnumerable<Change> Becomes(
        this NetworkState state,
        Worker before,
        Worker after,
        SessionReading? reading = null
    )
    {
        if (after != before)
        {
            yield return new StateChange(after);
        }

        if (reading is not null)
        {
            yield return new SessionChange(reading);
        }

        var v = state.Sessions.V(before.SessionId);
        var confidence = state.Registrations.Find(before.PublicKey)?.ConfidenceLevel;
        if (
            Difference(Shares(before, v, confidence), Shares(after, reading?.V ?? v, confidence), before.PoolId) is
            { } change
        )
        {
            yield return change;
        }
    }

    /// <summary>What the registry states of a worker, and what that makes of the shares of the pools in which it is idle.</summary>
    public static IEnumerable<Change> Registered(this NetworkState state, WorkerRegistration after)
    {
        yield return new StateChange(after);
        var before = state.Registrations.Find(after.PublicKey)?.ConfidenceLevel;
        foreach (var worker in state.WorkersWithKey(after.PublicKey))
        {
            var v = state.Sessions.V(worker.SessionId);
            if (
                Difference(Shares(worker, v, before), Shares(worker, v, after.ConfidenceLevel), worker.PoolId) is
                { } change
            )
            {
                yield return change;
            }
        }
    }

    private static Pha Shares(Worker worker, U64F64 v, int? confidence) =>
        worker.State == SessionState.Idle ? WorkerShares.Of(v, worker.InitialP ?? 0, confidence) : Pha.Zero;

    private static PoolChange? Difference(Pha before, Pha after, string poolId) =>
        before == after
            ? null
            : new PoolChange(poolId, pool => pool with { IdleWorkerShares = pool.IdleWorkerShares + (after - before) });
}
