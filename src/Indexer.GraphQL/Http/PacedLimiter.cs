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

    /// <summary>Takes permits whether they are there or not.</summary>
    /// <param name="permitCount">How many.</param>
    /// <param name="longest">The longest wait: nobody owes more.</param>
    /// <returns>How long it takes until they are there.</returns>
    public TimeSpan Owe(long permitCount, TimeSpan longest)
    {
        lock (gate)
        {
            var now = time.GetTimestamp();
            var atOnce = now + tolerance;
            var latest = atOnce + (long)(longest.TotalSeconds * time.TimestampFrequency);
            whole = Math.Min(Math.Max(whole, now) + (permitCount * perRequest), latest);
            return whole > atOnce ? time.GetElapsedTime(atOnce, whole) : TimeSpan.Zero;
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

/// <summary>The verdict of a <see cref="PacedLimiter"/>.</summary>
/// <param name="retryAfter">When the same request would pass; null when it passed.</param>
internal sealed class PacedLease(TimeSpan? retryAfter) : RateLimitLease
{
    public override bool IsAcquired => retryAfter is null;

    public override IEnumerable<string> MetadataNames => IsAcquired ? [] : [MetadataName.RetryAfter.Name];

    public override bool TryGetMetadata(string metadataName, out object? metadata)
    {
        metadata = metadataName == MetadataName.RetryAfter.Name ? retryAfter : null;
        return metadata is not null;
    }
}
