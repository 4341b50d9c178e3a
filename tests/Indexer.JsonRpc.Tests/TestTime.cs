using System.Collections.Concurrent;

namespace Indexer.JsonRpc.Tests;

/// <summary>A clock in which waits pass at once and are written down, while call timeouts pass when the test says so.</summary>
internal sealed class TestTime : TimeProvider
{
    public static readonly TimeSpan CallTimeout = TimeSpan.FromDays(1);
    private readonly ConcurrentBag<TestTimer> timeouts = [];
    private long ticks = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).UtcTicks;

    public ConcurrentQueue<TimeSpan> Waits { get; } = new();

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref ticks), TimeSpan.Zero);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new TestTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Lets the call timeouts that run now pass.</summary>
    public void PassTimeouts()
    {
        foreach (var timer in timeouts)
        {
            timer.Fire();
        }
    }

    private sealed class TestTimer(TestTime time, TimerCallback callback, object? state) : ITimer
    {
        private int armed;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime == Timeout.InfiniteTimeSpan)
            {
                return true;
            }

            armed = 1;
            if (dueTime == CallTimeout)
            {
                time.timeouts.Add(this);
                return true;
            }

            time.Waits.Enqueue(dueTime);
            Interlocked.Add(ref time.ticks, dueTime.Ticks);
            ThreadPool.QueueUserWorkItem(_ => Fire());
            return true;
        }

        public void Fire()
        {
            if (Interlocked.Exchange(ref armed, 0) == 1)
            {
                callback(state);
            }
        }

        public void Dispose() => Interlocked.Exchange(ref armed, 0);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
