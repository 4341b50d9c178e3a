using Indexer.Domain;
using Indexer.Substrate.Events;

namespace Indexer.Ingestion;

/// <summary>What follows from a whole block rather than from one event, applied after its last event.</summary>
public abstract class SubstrateBlockRule
{
    /// <summary>The changes; each with the event that it follows from.</summary>
    /// <param name="events">The indexed events of the block, in order.</param>
    /// <param name="state">The state after them.</param>
    /// <exception cref="UnknownStateException">The events contradict each other.</exception>
    public abstract IEnumerable<(SubstrateEvent Cause, Change Change)> AtEnd(
        IReadOnlyList<SubstrateEvent> events,
        NetworkState state
    );
}
