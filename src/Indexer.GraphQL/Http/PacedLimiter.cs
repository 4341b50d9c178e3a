using System.Threading.RateLimiting;

namespace Indexer.GraphQL.Http;

/// <summary>
/// Lets requests pass at a rate (the generic cell rate algorithm of ITU-T I.371): all that is remembered is the moment
/// at which the whole burst is available again, so that the time to wait is exact and nothing has to tick.
/// </summary>
internal sealed class PacedLimiter : RateLimiter
{
    private readonly Lock gate = new();
    private readonly TimeProvider time;
    private readonly long perRequest;
    private readonly long tolerance;
    private long whole;
    private long passed;
    private long refused;

    public PacedLimiter(RequestRate rate, TimeProvider time)
    {
        this.time = time;
        perRequest = Math.Max(1, 60 * time.TimestampFrequency / rate.PerMinute);
        tolerance = rate.Burst * perRequest;
        whole = time.GetTimestamp();
    }

    /// <summary>How long the whole burst has been available; null while it is not.</summary>
    public override TimeSpan? IdleDuration
    {
        get
        {
            lock (gate)
            {
                var now = time.GetTimestamp();
                return now < whole ? null : time.GetElapsedTime(whole, now);
            }
        }
    }

    public override RateLimiterStatistics GetStatistics()
    {
        lock (gate)
        {
            var owed = Math.Max(0, whole - time.GetTimestamp());
            return new RateLimiterStatistics
            {
                CurrentAvailablePermits = (tolerance - owed) / perRequest,
                TotalSuccessfulLeases = passed,
                TotalFailedLeases = refused,
            };
        }
    }

    protected override RateLimitLease AttemptAcquireCore(int permitCount)
    {
        lock (gate)
        {
            var now = time.GetTimestamp();
            var next = Math.Max(whole, now) + (permitCount * perRequest);
            var early = next - now - tolerance;
            if (early > 0)
            {
                refused++;
                return new PacedLease(time.GetElapsedTime(0, early));
            }

            whole = next;
            passed++;
            return new PacedLease(retryAfter: null);
        }
    }

    /// <summary>Nobody is kept waiting: a client that is too fast is told so.</summary>
    protected override ValueTask<RateLimitLease> AcquireAsyncCore(
        int permitCount,
        CancellationToken cancellationToken
    ) => ValueTask.FromResult(AttemptAcquireCore(permitCount));
}
