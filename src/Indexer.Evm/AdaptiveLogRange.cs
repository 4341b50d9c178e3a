namespace Indexer.Evm;

/// <summary>
/// How many blocks to ask one endpoint for at once. A refusal sets the size to what the provider suggests, else halves it; answers
/// let it grow by a fixed small step, up to the limit that the provider named, and for a while not again to a size that it refused
/// without naming one. Used by many readers at once.
/// </summary>
/// <param name="first">Blocks of the first question.</param>
/// <param name="max">Most blocks ever.</param>
public sealed class AdaptiveLogRange(int first, int max)
{
    private const int StepsToMax = 50;
    private const int AnswersToForget = 50;
    private const long Unknown = long.MaxValue / 2;
    private readonly Lock gate = new();
    private readonly long step = Math.Max(1, max / StepsToMax);
    private long limit = Math.Max(1, max);
    private long refused = Unknown;
    private int answers;
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
                if (++answers > AnswersToForget)
                {
                    refused = Unknown;
                }

                size = Math.Max(size, Math.Min(size + step, Math.Min(limit, (size + refused) / 2)));
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
            else if (!helps)
            {
                (refused, answers) = (Math.Min(refused, blocks), 0);
            }

            // Another reader may have shrunk it already.
            size = Math.Min(size, Math.Max(1, helps ? hint.Blocks!.Value : blocks / 2));
        }
    }
}
