namespace Indexer.GraphQL.Execution;

/// <summary>
/// Keeps requests that are costly to read, check and plan from taking the processors from everybody else: those that
/// together take more than their share wait for their answers. Counted are bytes allocated, 1 MiB for each 1 to 5
/// milliseconds of work: unlike time they are the same however busy the machine is.
/// </summary>
/// <param name="perSecond">The share: bytes in each second.</param>
/// <param name="time">The clock.</param>
internal sealed class PreparationBudget(long perSecond, TimeProvider time)
{
    /// <summary>What takes no more is free, so that clients who write values into their documents never wait.</summary>
    public const long Free = 1024 * 1024;

    /// <summary>May be taken at once.</summary>
    public const long AtOnce = 64 * Free;

    /// <summary>Of one answer.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Counted for each byte of a request: it is received, copied and parsed as JSON, and becomes two of a string.
    /// </summary>
    private const long Reading = 8;

    private readonly Lock gate = new();
    private readonly double perByte = (double)time.TimestampFrequency / perSecond;

    /// <summary>The moment at which all that may be taken at once is available again.</summary>
    private long whole = time.GetTimestamp();

    /// <summary>Waits until the reading of a request is paid for.</summary>
    /// <param name="bytes">Its size.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task PayForReadingAsync(int bytes, CancellationToken cancellationToken) =>
        PayAsync(Reading * bytes, cancellationToken);

    /// <summary>Waits until what a request took is paid for.</summary>
    /// <param name="bytes">What it took.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task PayAsync(long bytes, CancellationToken cancellationToken)
    {
        var wait = Charge(bytes);
        return wait > TimeSpan.Zero ? Task.Delay(wait, time, cancellationToken) : Task.CompletedTask;
    }

    /// <summary>Counts what a request took.</summary>
    /// <param name="bytes">What it took.</param>
    /// <returns>How long its answer has to wait.</returns>
    public TimeSpan Charge(long bytes)
    {
        if (bytes <= Free)
        {
            return TimeSpan.Zero;
        }

        lock (gate)
        {
            var now = time.GetTimestamp();
            var atOnce = now + (long)(AtOnce * perByte);
            // Nobody pays for more than the longest wait, so that the honest do not wait long after an attack.
            var latest = atOnce + (long)(LongestWait.TotalSeconds * time.TimestampFrequency);
            whole = Math.Min(Math.Max(whole, now) + (long)(bytes * perByte), latest);
            return whole > atOnce ? time.GetElapsedTime(atOnce, whole) : TimeSpan.Zero;
        }
    }
}
