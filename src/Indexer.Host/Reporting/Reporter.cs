using Microsoft.Extensions.Logging;
using Npgsql;

namespace Indexer.Host.Reporting;

/// <summary>Keeps the latest report of the index. However many ask, the database is asked once a second at most.</summary>
/// <param name="dataSource">The database.</param>
/// <param name="configured">Names of the configured networks.</param>
/// <param name="timeProvider">The clock.</param>
/// <param name="logger">Told why the database did not answer.</param>
internal sealed class Reporter(
    NpgsqlDataSource dataSource,
    IReadOnlyList<string> configured,
    TimeProvider timeProvider,
    ILogger<Reporter> logger
)
{
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(1);

    /// <summary>A database that takes longer is no better for whoever asks than one that does not answer.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly Lock gate = new();
    private Task<IndexReport> reading = Task.FromResult(IndexReport.Silence);
    private long? readAt;

    /// <summary>The report that was read last; for those who cannot wait.</summary>
    public IndexReport Latest { get; private set; } = IndexReport.Silence;

    /// <summary>A report that is not older than a second.</summary>
    public Task<IndexReport> ReadAsync()
    {
        lock (gate)
        {
            if (reading.IsCompleted && (readAt is not { } before || timeProvider.GetElapsedTime(before) >= Freshness))
            {
                readAt = timeProvider.GetTimestamp();
                reading = AskAsync();
            }

            return reading;
        }
    }

    private async Task<IndexReport> AskAsync()
    {
        using var end = new CancellationTokenSource(Patience, timeProvider);
        try
        {
            Latest = await ReportQuery.ReadAsync(dataSource, configured, end.Token);
        }
        catch (Exception exception) when (exception is NpgsqlException or OperationCanceledException)
        {
            logger.LogWarning(exception, "The database does not tell how far the index is.");
            Latest = IndexReport.Silence;
        }

        return Latest;
    }
}
