using Indexer.Domain;
using Indexer.Substrate.Events;

namespace Indexer.Handlers.Staking.PhalaStakePool;

/// <summary>The stake of workers: part of the free value of their pool while they are not mining.</summary>
internal static class MinedStake
{
    /// <summary>The worker starts with a stake.</summary>
    public static IEnumerable<Change> Staked(this Worker worker, Pha stake) =>
        [
            new StateChange(worker with { Stake = stake, State = SessionState.Idle, CoolingDownSince = null }),
            new PoolChange(worker.PoolId, pool => pool with { FreeValue = pool.FreeValue - stake }),
        ];

    /// <summary>The stake of the worker is free again.</summary>
    public static IEnumerable<Change> Reclaimed(this Worker worker, Pha returned) =>
        [
            new StateChange(
                worker with
                {
                    Stake = Pha.Zero,
                    State = SessionState.Ready,
                    CoolingDownSince = null,
                },
                Ends: worker.IsRemoved
            ),
            new PoolChange(worker.PoolId, pool => pool with { FreeValue = pool.FreeValue + returned }),
        ];

    /// <summary>The worker that a miner's account mines for.</summary>
    /// <exception cref="UnknownStateException">No event added it to a pool.</exception>
    public static Worker Miner(this NetworkState state, EventFields fields) =>
        state.WorkerOfSession(fields.AccountId("miner"))
        ?? throw new UnknownStateException(
            $"The miner {fields.AccountId("miner")} of {state.Network} is unknown: no indexed event added its worker to a pool. "
                + "Index from before it (startBlock)."
        );
}
