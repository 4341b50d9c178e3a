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

    /// <summary>Whether the database knows the network; before that nothing is written.</summary>
    public bool IsRegistered { get; set; }

    /// <summary>The first block, from which progress is counted.</summary>
    public long Start { get; set; } = settings.StartBlock;

    public Cursor? Cursor { get; set; }

    public long? Target { get; set; }

    public ChainHeads? Heads { get; set; }

    public async Task SetAsync(IngestionState state, CancellationToken cancellationToken, string? reason = null)
    {
        reason = reason?.ReplaceLineEndings(" ");
        Last = new IngestionProgress(settings.Name, state, Cursor, Start, Target, Heads, reason);
        progress.Report(Last);
        var isNews =
            written?.State != state
            || written.Reason != reason
            || timeProvider.GetUtcNow() - written.UpdatedAt >= WriteInterval;
        if (IsRegistered && isNews)
        {
            await WriteAsync(cancellationToken);
        }
    }

    /// <summary>Writes what was told last, however soon after the time before: nothing comes after it.</summary>
    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        written = new IngestionStatus
        {
            Network = settings.Name,
            State = Last.State,
            Reason = Last.Reason,
            HeadHeight = Last.Heads?.Latest.Height,
            FinalizedHeight = Last.Heads?.Finalized.Height,
            UpdatedAt = timeProvider.GetUtcNow(),
        };
        await database.SetStatusAsync(written, cancellationToken);
    }
}
