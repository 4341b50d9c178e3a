using Indexer.Domain;

namespace Indexer.Handlers.Staking;

/// <summary>The workers that events of stake pools name.</summary>
internal static class PoolWorkers
{
    /// <summary>The worker leaves its pool; stake that waits to be reclaimed keeps it known.</summary>
    public static IEnumerable<Change> Removed(this Worker worker) =>
        [
            new StateChange(worker with { IsRemoved = true }, Ends: worker.Stake.IsZero),
            new PoolChange(worker.PoolId, pool => pool with { WorkerCount = pool.WorkerCount - 1 }),
        ];

    /// <summary>The worker that the event names.</summary>
    /// <exception cref="UnknownStateException">No event added it to the pool.</exception>
    public static Worker WorkerOf(this NetworkState state, SubstrateEventContext context)
    {
        var fields = context.Fields;
        return state.Workers.Find((fields.PoolId(), fields.Worker()))
            ?? throw new UnknownStateException(
                $"{context.Event.Pallet}.{context.Event.Name} in block {context.Block.Height}: worker {fields.Worker()} "
                    + $"is unknown in pool {fields.PoolId()} of {state.Network}; events are missing before it."
            );
    }
}
