namespace Indexer.Snapshot.Tests;

/// <summary>A clock on which pauses take no time worth mentioning; waits of 20 seconds and more keep their length.</summary>
internal sealed class HastyTime : TimeProvider
{
    private const int Speed = 500;
    private static readonly TimeSpan ShortestTimeout = TimeSpan.FromSeconds(20);
    private readonly DateTimeOffset start = System.GetUtcNow();

    public override DateTimeOffset GetUtcNow() => start + ((System.GetUtcNow() - start) * Speed);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, Hasten(dueTime), Hasten(period));

    private static TimeSpan Hasten(TimeSpan wait) =>
        wait > TimeSpan.Zero && wait < ShortestTimeout ? wait / Speed : wait;
}
