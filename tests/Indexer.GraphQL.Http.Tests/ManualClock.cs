namespace Indexer.GraphQL.Http.Tests;

/// <summary>A clock that stands still but when the test advances it, and that tells how many timers were made.</summary>
internal sealed class ManualClock : TimeProvider
{
    /// <summary>For what never comes.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Lock gate = new();
    private readonly List<ManualTimer> timers = [];
    private TaskCompletionSource made = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long now;

    /// <summary>How many timers were made.</summary>
    public int Made
    {
        get
        {
            lock (gate)
            {
                return timers.Count;
            }
        }
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Interlocked.Read(ref now);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(callback, state, dueTime);
        TaskCompletionSource tell;
        lock (gate)
        {
            timers.Add(timer);
            tell = made;
            made = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        tell.SetResult();
        return timer;
    }

    /// <summary>Waits until so many timers have been made in all, or of those for a time.</summary>
    public async Task WaitForTimersAsync(int count, TimeSpan? due = null)
    {
        while (true)
        {
            Task next;
            lock (gate)
            {
                if (timers.Count(timer => due is null || timer.Due == due) >= count)
                {
                    return;
                }

                next = made.Task;
            }

            await next.WaitAsync(Patience, System);
        }
    }

    public void Advance(TimeSpan by)
    {
        Interlocked.Add(ref now, by.Ticks);
        List<ManualTimer> all;
        lock (gate)
        {
            all = [.. timers];
        }

        foreach (var timer in all)
        {
            timer.Advance(by);
        }
    }

    private sealed class ManualTimer(TimerCallback callback, object? state, TimeSpan due) : ITimer
    {
        public TimeSpan Due { get; } = due;

        private TimeSpan Left { get; set; } = due;

        public void Advance(TimeSpan by)
        {
            if (Left > TimeSpan.Zero && (Left -= by) <= TimeSpan.Zero)
            {
                callback(state);
            }
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            Left = dueTime;
            return true;
        }

        public void Dispose() => Left = Timeout.InfiniteTimeSpan;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
