using Indexer.Domain;
using Indexer.Evm;

namespace Indexer.Ingestion;

/// <summary>
/// Finds blocks by their time below a known one. It guesses from the usual time between blocks and keeps every header that
/// it saw, so that a search needs few of them and the next one fewer.
/// </summary>
/// <param name="chain">The chain.</param>
/// <param name="last">The last block in which anything is looked for.</param>
/// <param name="blockTime">Usual time between two blocks.</param>
internal sealed class BlockTimes(EvmChain chain, BlockHeader last, TimeSpan blockTime)
{
    private readonly SortedList<long, BlockHeader> seen = new() { [last.Height] = last };

    /// <summary>Whether this is about the chain that ends with a block.</summary>
    public bool EndsAt(BlockHeader block) => block.Hash.AsSpan().SequenceEqual(last.Hash);

    /// <summary>The block of a height.</summary>
    public async Task<BlockHeader> AtAsync(long height, CancellationToken cancellationToken)
    {
        await SeeAsync([height], cancellationToken);
        return seen[height];
    }

    /// <summary>The first block of a time or later, not below a height.</summary>
    /// <param name="time">The time, not after the last block.</param>
    /// <param name="from">The height.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<BlockHeader> FirstAtAsync(DateTimeOffset time, long from, CancellationToken cancellationToken)
    {
        var (below, above) = Bracket(time, from);
        var narrows = true;
        while (above.Height - below > 1)
        {
            var width = above.Height - below;
            var guess = narrows
                ? Math.Clamp(above.Height - (above.Time - time).Ticks / blockTime.Ticks, below + 1, above.Height)
                : below + (width / 2);
            // The block before a right guess proves it.
            await SeeAsync([Math.Max(guess - 1, below + 1), Math.Min(guess, above.Height - 1)], cancellationToken);
            (below, above) = Bracket(time, from);
            narrows = (above.Height - below) * 2 <= width;
        }

        return above;
    }

    /// <summary>The closest seen blocks around a time: the height of one before it, or that below the first, and one at it or after.</summary>
    private (long Below, BlockHeader Above) Bracket(DateTimeOffset time, long from)
    {
        var range = seen.Values.Where(header => header.Height >= from).ToList();
        return (
            range.LastOrDefault(header => header.Time < time)?.Height ?? from - 1,
            range.First(header => header.Time >= time)
        );
    }

    private async Task SeeAsync(IEnumerable<long> heights, CancellationToken cancellationToken)
    {
        var unseen = heights.Distinct().Where(height => !seen.ContainsKey(height)).ToList();
        if (unseen.Count == 0)
        {
            return;
        }

        foreach (var header in await chain.GetHeadersAsync(unseen, cancellationToken))
        {
            seen[header.Height] = header;
        }
    }
}
