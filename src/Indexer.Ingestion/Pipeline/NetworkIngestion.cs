using Indexer.Domain;
using Indexer.Evm;
using Indexer.JsonRpc;
using Indexer.Storage;
using Indexer.Substrate.Chain;
using Microsoft.Extensions.Logging;

namespace Indexer.Ingestion;

/// <summary>
/// Indexes one network. Starting (who is the chain, who else indexes it, where were we), then in a loop: a fork below the
/// cursor is reverted; blocks up to the finalized head are read in parallel and committed in order (Backfill), those above
/// it with all their headers (Live); at the end of an ended chain it is Finished. What cannot be retried stops the network
/// with a reason; other networks go on.
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
)
{
    private const int MostContradictions = 3;
    private readonly StatusRow status = new(settings, database, progress, timeProvider);
    private int contradictions;

    /// <summary>Indexes until the chain or the caller ends it.</summary>
    /// <param name="untilHead">Ends at the finalized head instead of following the chain.</param>
    /// <param name="cancellationToken">Ends after rolling back what is not committed.</param>
    /// <returns>How it ended: finished, at the head, or stopped with a reason.</returns>
    public async Task<IngestionProgress> RunAsync(bool untilHead, CancellationToken cancellationToken)
    {
        try
        {
            await status.SetAsync(IngestionState.Starting, cancellationToken);
            var network = await source.VerifyAsync(cancellationToken);
            await using var held = await TakeLockAsync(cancellationToken);
            await database.RegisterAsync(network, cancellationToken);
            status.IsRegistered = true;
            var books = await database.OpenBooksAsync(settings.Name, cancellationToken);
            status.Cursor = books.Cursor;
            await FollowAsync(books, untilHead, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            logger.Log(
                Explanation.IsIn(exception) ? LogLevel.Debug : LogLevel.Error,
                exception,
                "{Network} stopped: {Reason}",
                settings.Name,
                exception.Message
            );
            await status.SetAsync(IngestionState.Stopped, cancellationToken, exception.Message);
        }

        return status.Last;
    }

    private async Task FollowAsync(NetworkBooks books, bool untilHead, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                if (!await StepAsync(books, untilHead, cancellationToken))
                {
                    return;
                }
            }
            catch (Exception exception) when (MayPass(exception, untilHead))
            {
                logger.LogWarning("{Network} waits: {Reason}", settings.Name, exception.Message);
                await status.SetAsync(status.Last.State, cancellationToken, exception.Message);
                books = await database.OpenBooksAsync(settings.Name, cancellationToken);
                await Task.Delay(settings.PollInterval, timeProvider, cancellationToken);
            }
        }
    }

    /// <summary>One look at the chain and what follows from it.</summary>
    /// <returns>False when there is nothing more to do.</returns>
    private async Task<bool> StepAsync(NetworkBooks books, bool untilHead, CancellationToken cancellationToken)
    {
        var heads = await source.GetHeadsAsync(cancellationToken);
        status.Heads = heads;
        var target = Math.Min(
            untilHead ? heads.Finalized.Height : heads.Latest.Height,
            settings.LastBlock ?? long.MaxValue
        );
        status.Target = target;
        if (await books.HasForkedAsync(source, heads, cancellationToken))
        {
            var fork = await books.RevertToForkAsync(source, cancellationToken);
            logger.LogInformation("{Network} switched forks: reverted to block {Fork}", settings.Name, fork);
            status.Cursor = books.Cursor;
            return true;
        }

        if ((books.Cursor?.Height ?? settings.StartBlock - 1) < target)
        {
            await AdvanceAsync(books, heads, target, cancellationToken);
            return true;
        }

        await books.FinalizeAsync(heads.Finalized.Height, cancellationToken);
        status.Cursor = books.Cursor;
        if (settings.LastBlock is { } last && books.Cursor?.Height >= last && heads.Finalized.Height >= last)
        {
            await status.SetAsync(IngestionState.Finished, cancellationToken);
            return false;
        }

        await status.SetAsync(IngestionState.Live, cancellationToken);
        if (untilHead)
        {
            return false;
        }

        await Task.Delay(settings.PollInterval, timeProvider, cancellationToken);
        return true;
    }

    private async Task AdvanceAsync(
        NetworkBooks books,
        ChainHeads heads,
        long target,
        CancellationToken cancellationToken
    )
    {
        var from = books.Cursor is { } cursor ? cursor.Height + 1 : settings.StartBlock;
        var isBackfill = from <= heads.Finalized.Height;
        var to = isBackfill ? Math.Min(target, heads.Finalized.Height) : target;
        var state = isBackfill ? IngestionState.Backfill : IngestionState.Live;
        await status.SetAsync(state, cancellationToken);
        var segments = SegmentReader.ReadAsync(source, settings, from, to, allHeaders: !isBackfill, cancellationToken);
        await foreach (var segment in segments.WithCancellation(cancellationToken))
        {
            if (
                books.Cursor is { } before
                && segment.ParentHash is { } parent
                && !parent.AsSpan().SequenceEqual(before.Hash)
            )
            {
                // The chain switched forks meanwhile; the next step finds out where.
                logger.LogInformation("{Network}: block {Height} has another parent", settings.Name, segment.From);
                return;
            }

            await books.CommitAsync(source, segment, heads.Finalized.Height, cancellationToken);
            contradictions = 0;
            status.Cursor = books.Cursor;
            await status.SetAsync(state, cancellationToken);
        }
    }

    private async Task<NetworkLock> TakeLockAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            if (await database.TryLockAsync(settings.Name, cancellationToken) is { } held)
            {
                return held;
            }

            logger.LogInformation("{Network} is indexed by another program; waiting for it to end", settings.Name);
            await Task.Delay(settings.PollInterval, timeProvider, cancellationToken);
        }
    }

    /// <summary>Whether waiting may help: nodes come back, and nodes that contradict each other come to agree.</summary>
    private bool MayPass(Exception exception, bool untilHead) =>
        exception switch
        {
            RpcUnavailableException => !untilHead,
            ChainDataException or EvmNodeException => ++contradictions < MostContradictions,
            _ => false,
        };
}
