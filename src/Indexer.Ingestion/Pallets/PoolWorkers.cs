using Indexer.Domain;

namespace Indexer.Ingestion.Pallets;

/// <summary>The workers that events of stake pools name.</summary>
internal static class PoolWorkers
{
    /// <summary>The worker that the event names.</summary>
    /// <exception cref="UnknownStateException">No event added it to the pool.</exception>
    public static Worker WorkerOf(this NetworkState state, SubstrateOccurrence occurrence)
    {
        var fields = occurrence.Fields;
        return state.Workers.Find((fields.PoolId(), fields.Worker()))
            ?? throw new UnknownStateException(
                $"{occurrence.Event.Pallet}.{occurrence.Event.Name} in block {occurrence.Block.Height}: worker {fields.Worker()} "
                    + $"is unknown in pool {fields.PoolId()} of {state.Network}; events are missing before it."
            );
    }
}
