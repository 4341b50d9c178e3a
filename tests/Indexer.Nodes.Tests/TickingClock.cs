namespace Indexer.Nodes.Tests;

/// <summary>A clock that is seconds later at every look, so that nothing is left out of the database for being too soon.</summary>
internal sealed class TickingClock : TimeProvider
{
    private long looks;

    public override DateTimeOffset GetUtcNow() =>
        DateTimeOffset.UnixEpoch.AddSeconds(2 * Interlocked.Increment(ref looks));
}
