namespace Indexer.GraphQL.Http;

/// <summary>
/// Lets requests pass at a rate (the generic cell rate algorithm of ITU-T I.371): all that is remembered is the moment
/// at which the whole burst is available again, so that the time to wait is exact and nothing has to tick.
/// </summary>
internal sealed class PacedLimiter(RequestRate rate, TimeProvider time)
{
    private readonly Lock gate = new();
    private readonly long perRequest = Math.Max(1, 60 * time.TimestampFrequency / rate.PerMinute);
    private long whole = time.GetTimestamp();

    private long Tolerance => rate.Burst * perRequest;

    /// <summary>Takes permits whether they are there or not.</summary>
    /// <param name="permitCount">How many.</param>
    /// <param name="longest">The longest wait: nobody owes more.</param>
    /// <returns>How long it takes until they are there.</returns>
    public TimeSpan Owe(long permitCount, TimeSpan longest)
    {
        lock (gate)
        {
            var now = time.GetTimestamp();
            var atOnce = now + Tolerance;
            var latest = atOnce + (long)(longest.TotalSeconds * time.TimestampFrequency);
            whole = Math.Min(Math.Max(whole, now) + (permitCount * perRequest), latest);
            return whole > atOnce ? time.GetElapsedTime(atOnce, whole) : TimeSpan.Zero;
        }
    }

    /// <summary>Takes permits if they are there.</summary>
    /// <param name="permitCount">How many.</param>
    /// <returns>When the same request would pass; null when it passed.</returns>
    public TimeSpan? Take(int permitCount = 1)
    {
        lock (gate)
        {
            var now = time.GetTimestamp();
            var next = Math.Max(whole, now) + (permitCount * perRequest);
            var early = next - now - Tolerance;
            if (early > 0)
            {
                return time.GetElapsedTime(0, early);
            }

            whole = next;
            return null;
        }
    }
}
