using System.Diagnostics;
using Hangfire;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Indexer.Jobs;

/// <summary>
/// What Hangfire calls when a job is due. Whoever has the job's lock runs it; a second run at the same time, in this process
/// or another, does nothing: the first does it all.
/// </summary>
/// <param name="dataSource">The database.</param>
/// <param name="storage">Hangfire's storage, which knows when jobs run next.</param>
/// <param name="options">The jobs.</param>
/// <param name="logger">For people who run it.</param>
public sealed class JobRunner(
    NpgsqlDataSource dataSource,
    JobStorage storage,
    JobOptions options,
    ILogger<JobRunner> logger
)
{
    /// <summary>Runs a job, or leaves it to the run that is going on.</summary>
    /// <param name="name">Its name in the timetable.</param>
    /// <param name="cancellationToken">Ends it; it is then run again.</param>
    [AutomaticRetry(Attempts = 3, DelaysInSeconds = [15, 60, 300])]
    [JobDisplayName("{0}")]
    public async Task RunAsync(string name, CancellationToken cancellationToken)
    {
        var job = options.Timetable.Single(entry => entry.Name == name);
        var start = Stopwatch.GetTimestamp();
        await using var held = await JobLock.TryTakeAsync(dataSource, name, cancellationToken);
        if (held is null)
        {
            JobTelemetry.Ran(name, "skipped", start);
            logger.LogInformation("The job {Job} is being run already", name);
            return;
        }

        var started = await JobRecords.StartAsync(held.Connection, name, Next(name), cancellationToken);
        using var trace = JobTelemetry.Trace(name);
        try
        {
            var result = await job.RunAsync(held.Connection, cancellationToken);
            await JobRecords.EndAsync(held.Connection, name, started, result, failure: null, cancellationToken);
            JobTelemetry.Ran(name, "succeeded", start);
        }
        catch (Exception exception)
        {
            JobTelemetry.Ran(name, "failed", start);
            trace?.SetStatus(ActivityStatusCode.Error);
            await RecordAsync(name, started, Explain(exception, cancellationToken));
            throw;
        }
    }

    private static string Explain(Exception exception, CancellationToken cancellationToken) =>
        exception switch
        {
            OperationCanceledException when cancellationToken.IsCancellationRequested =>
                "Its process ended; it is run again.",
            PostgresException problem => $"The database refused: {problem.SqlState} {problem.MessageText}",
            NpgsqlException => "The connection to the database was lost.",
            _ => exception.Message.ReplaceLineEndings(" "),
        };

    private DateTime? Next(string name)
    {
        using var connection = storage.GetConnection();
        return JobRecords.Next(connection).GetValueOrDefault(name);
    }

    /// <summary>By another connection, since that of the job may be what failed.</summary>
    private async Task RecordAsync(string name, DateTime started, string failure)
    {
        try
        {
            await using var connection = await dataSource.OpenConnectionAsync(CancellationToken.None);
            await JobRecords.EndAsync(connection, name, started, result: null, failure, CancellationToken.None);
        }
        catch (NpgsqlException exception)
        {
            logger.LogWarning(
                exception,
                "The failure of the job {Job} could not be recorded: {Failure}",
                name,
                failure
            );
        }
    }
}
