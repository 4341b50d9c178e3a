namespace Indexer.GraphQL.Planning;

/// <summary>How long the database took for a statement of late, and how much it answered; for use by many requests at once.</summary>
internal sealed class Pace
{
    /// <summary>Bytes of an answer that is better sent as it arrives than held.</summary>
    public const int LargeAnswer = 64 * 1024;

    /// <summary>What one more time counts for in the mean: one in sixteen that takes long does not make a statement slow.</summary>
    private const double Share = 1.0 / 16;

    private double milliseconds = double.NaN;
    private bool isLarge;

    /// <summary>How long it usually takes; the longest time of all when it never ran.</summary>
    public TimeSpan Mean
    {
        get
        {
            var mean = Volatile.Read(ref milliseconds);
            return double.IsNaN(mean) ? TimeSpan.MaxValue : TimeSpan.FromMilliseconds(mean);
        }
    }

    /// <summary>Whether its last answer is better sent as it arrives.</summary>
    public bool IsLarge => Volatile.Read(ref isLarge);

    /// <summary>Whether it usually takes no longer; a statement that never ran is not quick.</summary>
    public bool IsQuick(TimeSpan limit) => Volatile.Read(ref milliseconds) <= limit.TotalMilliseconds && !IsLarge;

    /// <summary>Takes note of one time. Of two at once one may be lost: that changes a mean by a sixteenth.</summary>
    /// <param name="time">From sending it to the first byte of its answer.</param>
    /// <param name="bytes">Of the answer.</param>
    public void Took(TimeSpan time, long bytes)
    {
        var mean = Volatile.Read(ref milliseconds);
        var next = double.IsNaN(mean) ? time.TotalMilliseconds : mean + ((time.TotalMilliseconds - mean) * Share);
        Volatile.Write(ref milliseconds, next);
        Volatile.Write(ref isLarge, bytes > LargeAnswer);
    }
}
