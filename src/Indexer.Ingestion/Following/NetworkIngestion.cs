using Indexer.Domain;
using Indexer.JsonRpc;
using Microsoft.Extensions.Logging;

namespace Indexer.Ingestion;

/// <summary>
/// Indexes one chain. In each step a fork below the cursor is reverted; blocks up to the finalized head are read in
/// parallel and committed in order (Backfill), those above it with all their headers (Live); at the end of an ended chain
/// it is Finished.
/// </summary>
/// <param name="settings">The network.</param>
/// <param name="source">Its blocks.</param>
/// <param name="handler">What they mean.</param>
/// <param name="database">Where they go.</param>
/// <param name="progress">Told of every step.</param>
/// <param name="timeProvider">The clock.</param>
/// <param name="logger">For people who run it.</param>
public sealed class NetworkIngestion(
    NetworkSettings settings,
    IChainSource source,
    IBlockHandler handler,
    IngestionDatabase database,
    IProgress<IngestionProgress> progress,
    TimeProvider timeProvider,
    ILogger<NetworkIngestion> logger
) : IngestionLoop(settings, database, progress, timeProvider, logger)
{
    private readonly BlockExecution execution = new(source, handler);

    private protected override Task<Network> VerifyAsync(CancellationToken cancellationToken) =>
        source.VerifyAsync(cancellationToken);

    private protected override async Task<bool> StepAsync(
        NetworkCommitter committer,
        bool untilHead,
        CancellationToken cancellationToken
    )
    {
        var heads = await source.GetHeadsAsync(cancellationToken);
        Status.Heads = heads;
        OpeningState.RequireSame(Settings, committer);
        var target = Math.Min(
            untilHead ? heads.Finalized.Height : heads.Latest.Height,
            Settings.LastBlock ?? long.MaxValue
        );
        Status.Target = target;
        var forks = new ForkDetection(Settings.Name, source, committer);
        if (await forks.HasForkedAsync(heads, cancellationToken))
        {
            var fork = await forks.FindForkAsync(cancellationToken);
            await committer.RevertAsync(fork, cancellationToken);
            Logger.LogInformation("{Network} switched forks: reverted to block {Fork}", Settings.Name, fork);
            Status.Cursor = committer.Cursor;
            return true;
        }

        if ((committer.Cursor?.Height ?? Settings.StartBlock - 1) < target)
        {
            await AdvanceAsync(committer, heads, target, cancellationToken);
            return true;
        }

        await committer.FinalizeAsync(heads.Finalized.Height, cancellationToken);
        Status.Cursor = committer.Cursor;
        if (Settings.LastBlock is { } last && committer.Cursor?.Height >= last && heads.Finalized.Height >= last)
        {
            await CloseAsync(committer, cancellationToken);
            Status.Cursor = committer.Cursor;
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

    /// <summary>Keeps where endpoints contradicted each other, for people to look at.</summary>
    private async Task NoteAsync(IReadOnlyList<EndpointDisagreement> seen, CancellationToken cancellationToken)
    {
        if (seen.Count == 0)
        {
            return;
        }

        foreach (var one in seen)
        {
            Logger.LogWarning("{Network}: endpoints disagree: {Disagreement}", Settings.Name, one);
        }

        IngestionTelemetry.Disagreed(Settings.Name, seen.Count);
        await Database.NoteAsync(
            seen.Select(one => new Disagreement
            {
                Network = Settings.Name,
                Height = one.Height,
                Subject = one.Subject,
                Taken = one.Taken,
                TakenAnswer = one.TakenAnswer,
                Refused = one.Refused,
                RefusedAnswer = one.RefusedAnswer,
                SeenAt = Time.GetUtcNow(),
            }),
            cancellationToken
        );
    }

    /// <summary>Closes what the chain leaves at its end, once.</summary>
    private async Task CloseAsync(NetworkCommitter committer, CancellationToken cancellationToken)
    {
        if (committer.Ledger.State.End is not null)
        {
            return;
        }

        var cursor = committer.Cursor!;
        var last = new BlockHeader(cursor.Height, cursor.Hash, ParentHash: [], cursor.Time, SpecVersion: null);
        if (await source.ReadEndAsync(last, cancellationToken) is { } end)
        {
            handler.HandleEnd(end, committer.Ledger);
            await committer.CloseAsync(cancellationToken);
        }
    }

    private async Task AdvanceAsync(
        NetworkCommitter committer,
        ChainHeads heads,
        long target,
        CancellationToken cancellationToken
    )
    {
        var from = committer.Cursor is { } cursor ? cursor.Height + 1 : Settings.StartBlock;
        var isBackfill = from <= heads.Finalized.Height;
        var to = isBackfill ? Math.Min(target, heads.Finalized.Height) : target;
        var state = isBackfill ? IngestionState.Backfill : IngestionState.Live;
        await Status.SetAsync(state, cancellationToken);
        var segments = SegmentReader.ReadAsync(source, Settings, from, to, allHeaders: !isBackfill, cancellationToken);
        await foreach (var segment in segments.WithCancellation(cancellationToken))
        {
            if (
                committer.Cursor is { } before
                && segment.ParentHash is { } parent
                && !parent.AsSpan().SequenceEqual(before.Hash)
            )
            {
                // The chain switched forks meanwhile; the next step finds out where.
                Logger.LogInformation("{Network}: block {Height} has another parent", Settings.Name, segment.From);
                return;
            }

            await NoteAsync(segment.Disagreements, cancellationToken);
            using var trace = IngestionTelemetry.Write(Settings.Name, segment);
            ExecutedSegment executed;
            using (IngestionTelemetry.Phase(Settings.Name, IngestionPhase.Handle, segment.From, segment.To))
            {
                if (committer.Cursor is null && Settings.InitialState is { } initial)
                {
                    Logger.LogInformation("{Network} opens with the state of {File}", Settings.Name, initial.Path);
                    handler.HandleStart(initial, OpeningState.FirstBlock(Settings, segment), committer.Ledger);
                }

                executed = await execution.ExecuteAsync(segment, committer.Ledger, cancellationToken);
            }

            await committer.CommitAsync(executed, heads.Finalized.Height, cancellationToken);
            Status.Cursor = committer.Cursor;
            await Status.SetAsync(state, cancellationToken);
        }
    }
}
