using Indexer.Domain;
using Microsoft.Extensions.Logging;

namespace Indexer.Ingestion;

/// <summary>
/// Indexes one chain. In each step a fork below the cursor is reverted; blocks up to the finalized head are read in
/// parallel and committed in order (Backfill), those above it with all their headers (Live); at the end of an ended chain
/// it is Finished.
/// </summary>
/// <param name="settings">The network.</param>
/// <param name="source">Its blocks.</param>
/// <param name="database">Where they go.</param>
/// <param name="progress">Told of every step.</param>
/// <param name="timeProvider">The clock.</param>
/// <param name="logger">For people who run it.</param>
public sealed class NetworkIngestion(
    NetworkSettings settings,
    IChainSource source,
    IngestionDatabase database,
    IProgress<IngestionProgress> progress,
    TimeProvider timeProvider,
    ILogger<NetworkIngestion> logger
) : IngestionLoop(settings, database, progress, timeProvider, logger)
{
    private protected override Task<Network> VerifyAsync(CancellationToken cancellationToken) =>
        source.VerifyAsync(cancellationToken);

    private protected override async Task<bool> StepAsync(
        NetworkBooks books,
        bool untilHead,
        CancellationToken cancellationToken
    )
    {
        var heads = await source.GetHeadsAsync(cancellationToken);
        Status.Heads = heads;
        var target = Math.Min(
            untilHead ? heads.Finalized.Height : heads.Latest.Height,
            Settings.LastBlock ?? long.MaxValue
        );
        Status.Target = target;
        if (await books.HasForkedAsync(source, heads, cancellationToken))
        {
            var fork = await books.RevertToForkAsync(source, cancellationToken);
            Logger.LogInformation("{Network} switched forks: reverted to block {Fork}", Settings.Name, fork);
            Status.Cursor = books.Cursor;
            return true;
        }

        if ((books.Cursor?.Height ?? Settings.StartBlock - 1) < target)
        {
            await AdvanceAsync(books, heads, target, cancellationToken);
            return true;
        }

        await books.FinalizeAsync(heads.Finalized.Height, cancellationToken);
        Status.Cursor = books.Cursor;
        if (Settings.LastBlock is { } last && books.Cursor?.Height >= last && heads.Finalized.Height >= last)
        {
            await Status.SetAsync(IngestionState.Finished, cancellationToken);
            return false;
        }

        await Status.SetAsync(IngestionState.Live, cancellationToken);
        if (untilHead)
        {
            return false;
        }

        await Task.Delay(Settings.PollInterval, Time, cancellationToken);
        return true;
    }

    private async Task AdvanceAsync(
        NetworkBooks books,
        ChainHeads heads,
        long target,
        CancellationToken cancellationToken
    )
    {
        var from = books.Cursor is { } cursor ? cursor.Height + 1 : Settings.StartBlock;
        var isBackfill = from <= heads.Finalized.Height;
        var to = isBackfill ? Math.Min(target, heads.Finalized.Height) : target;
        var state = isBackfill ? IngestionState.Backfill : IngestionState.Live;
        await Status.SetAsync(state, cancellationToken);
        var segments = SegmentReader.ReadAsync(source, Settings, from, to, allHeaders: !isBackfill, cancellationToken);
        await foreach (var segment in segments.WithCancellation(cancellationToken))
        {
            if (
                books.Cursor is { } before
                && segment.ParentHash is { } parent
                && !parent.AsSpan().SequenceEqual(before.Hash)
            )
            {
                // The chain switched forks meanwhile; the next step finds out where.
                Logger.LogInformation("{Network}: block {Height} has another parent", Settings.Name, segment.From);
                return;
            }

            await books.CommitAsync(source, segment, heads.Finalized.Height, cancellationToken);
            Status.Cursor = books.Cursor;
            await Status.SetAsync(state, cancellationToken);
        }
    }
}
