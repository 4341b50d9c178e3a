using Indexer.Domain;

namespace Indexer.Ingestion;

/// <summary>Tells what the ingestion of a network does: at once to listeners, and to the database when it matters.</summary>
internal sealed class StatusRow(
    NetworkSettings settings,
    IngestionDatabase database,
    IProgress<IngestionProgress> progress,
    TimeProvider timeProvider
)
{
    private static readonly TimeSpan WriteInterval = TimeSpan.FromSeconds(1);
    private IngestionStatus? written;
    private DateTimeOffset? since;
    private DateTimeOffset? nextTryAt;

    public IngestionProgress Last { get; private set; } =
        new(
            settings.Name,
            IngestionState.Starting,
            Cursor: null,
            settings.StartBlock,
            Target: null,
            Heads: null,
            Reason: null
        );

    /// <summary>Whether this ingestion holds the network, and may speak for it in the database.</summary>
    public bool IsRegistered { get; set; }

    /// <summary>The first block, from which progress is counted.</summary>
    public long Start { get; set; } = settings.StartBlock;

    public Cursor? Cursor { get; set; }

    public long? Target { get; set; }

    public ChainHeads? Heads { get; set; }

    /// <summary>Tells what the ingestion does.</summary>
    /// <param name="state">What it does.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="reason">Why it waits or stopped.</param>
    /// <param name="nextTry">When what it waits for is tried next.</param>
    public async Task SetAsync(
        IngestionState state,
        CancellationToken cancellationToken,
        string? reason = null,
        DateTimeOffset? nextTry = null
    )
    {
        Tell(state, reason, nextTry);
        var isNews =
            written?.State != state
            || written.Reason != Last.Reason
            || timeProvider.GetUtcNow() - written.UpdatedAt >= WriteInterval;
        if (isNews)
        {
            await WriteAsync(cancellationToken);
        }
    }

    /// <summary>Tells listeners only, as while the database is away.</summary>
    /// <param name="state">What it does.</param>
    /// <param name="reason">Why it waits or stopped.</param>
    /// <param name="nextTry">When what it waits for is tried next.</param>
    public void Tell(IngestionState state, string? reason, DateTimeOffset? nextTry = null)
    {
        if (state != Last.State || since is null)
        {
            since = timeProvider.GetUtcNow();
        }

        nextTryAt = nextTry;
        reason = reason?.ReplaceLineEndings(" ");
        Last = new IngestionProgress(settings.Name, state, Cursor, Start, Target, Heads, reason);
        progress.Report(Last);
    }

    /// <summary>Writes what was told last, however soon after the time before: nothing comes after it.</summary>
    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        written = new IngestionStatus
        {
            Network = settings.Name,
            State = Last.State,
            Reason = Last.Reason,
            Since = since ?? timeProvider.GetUtcNow(),
            NextTryAt = nextTryAt,
            HeadHeight = Last.Heads?.Latest.Height,
            FinalizedHeight = Last.Heads?.Finalized.Height,
            UpdatedAt = timeProvider.GetUtcNow(),
        };
        await database.SetStatusAsync(written, IsRegistered, cancellationToken);
    }
}
