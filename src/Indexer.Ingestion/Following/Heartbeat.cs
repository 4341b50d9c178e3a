using Indexer.Storage;
using Microsoft.Extensions.Logging;

namespace Indexer.Ingestion;

/// <summary>
/// Says in the database that the ingestion of a network lives, whatever it waits for. Whoever reads the status can so tell an
/// ingestion that has nothing new from one that was killed.
/// </summary>
internal sealed class Heartbeat : IAsyncDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(15);
    private readonly CancellationTokenSource end = new();
    private readonly Task beating;

    private Heartbeat(string network, IngestionDatabase database, TimeProvider time, ILogger logger) =>
        beating = BeatAsync(network, database, time, logger, end.Token);

    /// <summary>Beats until it is disposed.</summary>
    public static Heartbeat Start(string network, IngestionDatabase database, TimeProvider time, ILogger logger) =>
        new(network, database, time, logger);

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        await beating;
        end.Dispose();
    }

    private static async Task BeatAsync(
        string network,
        IngestionDatabase database,
        TimeProvider time,
        ILogger logger,
        CancellationToken cancellationToken
    )
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await timer.WaitForNextTickAsync(cancellationToken);
                await database.LivesAsync(network, time.GetUtcNow(), cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception) when (DatabaseFailure.MayPass(exception))
            {
                // A missed beat is what tells readers; what to do about the database is for the ingestion itself to decide.
                logger.LogDebug(exception, "{Network} could not say that it lives", network);
            }
        }
    }
}
