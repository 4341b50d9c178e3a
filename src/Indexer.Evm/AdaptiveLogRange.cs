namespace Indexer.Evm;

/// <summary>
/// How many blocks to ask for at once. A refusal sets the size to what the provider suggests, else halves it; answers let it
/// grow by a fixed small step, up to the limit that a provider named. Used by many readers at once.
/// </summary>
/// <param name="first">Blocks of the first question.</param>
/// <param name="max">Most blocks ever.</param>
public sealed class AdaptiveLogRange(int first, int max)
{
    private const int StepsToMax = 50;
    private readonly Lock gate = new();
    private readonly long step = Math.Max(1, max / StepsToMax);
    private long limit = Math.Max(1, max);
    private long size = Math.Clamp(first, 1, Math.Max(1, max));

    /// <summary>Blocks to ask for now, at least 1.</summary>
    public long Size
    {
        get
        {
            lock (gate)
            {
                return size;
            }
        }
    }

    /// <summary>A range was answered.</summary>
    /// <param name="blocks">How many blocks it had; a range cut short by its end says nothing about larger ones.</param>
    public void Answered(long blocks)
    {
        lock (gate)
        {
            if (blocks >= size)
            {
                size = Math.Min(size + step, limit);
            }
        }
    }

    /// <summary>A range was refused.</summary>
    /// <param name="blocks">How many blocks it had.</param>
    /// <param name="error">What the provider said.</param>
    public void Refused(long blocks, string error)
    {
        var hint = LogRangeHint.Read(error);
        lock (gate)
        {
            // A hint that is not below what was refused has been proven wrong.
            var helps = hint.Blocks < blocks;
            if (helps && hint.IsLimit)
            {
                limit = Math.Min(limit, hint.Blocks!.Value);
            }

            // Another reader may have shrunk it already.
            size = Math.Min(size, Math.Max(1, helps ? hint.Blocks!.Value : blocks / 2));
        }
    }
}
