namespace Indexer.Snapshot;

/// <summary>Spaces requests evenly, so that the hub's rate limit is kept whatever asks.</summary>
internal sealed class RequestPace(int requestsPerMinute, TimeProvider timeProvider)
{
    private readonly TimeSpan interval = new(TimeSpan.TicksPerMinute / requestsPerMinute);
    private readonly Lock gate = new();
    private DateTimeOffset next;

    /// <summary>Waits for this request's turn.</summary>
    public Task TurnAsync(CancellationToken cancellationToken)
    {
        TimeSpan wait;
        lock (gate)
        {
            var now = timeProvider.GetUtcNow();
            var turn = next > now ? next : now;
            next = turn + interval;
            wait = turn - now;
        }

        return wait > TimeSpan.Zero ? Task.Delay(wait, timeProvider, cancellationToken) : Task.CompletedTask;
    }
}
