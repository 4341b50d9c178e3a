namespace Indexer.GraphQL.Http.Tests;

/// <summary>A clock that moves when told to.</summary>
public sealed class StoppedClock : TimeProvider
{
    private long now = 1_000_000;

    public override long GetTimestamp() => Interlocked.Read(ref now);

    public void Advance(TimeSpan time) =>
        Interlocked.Add(ref now, (long)Math.Round(time.TotalSeconds * TimestampFrequency));
}
