using Hangfire;
using Hangfire.PostgreSql;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Indexer.Jobs;

/// <summary>
/// Prepares the database for jobs before the first may run: Hangfire's tables, and the timetable. Programs that start at the
/// same moment do it one after the other.
/// </summary>
internal sealed class JobSetup(
    NpgsqlDataSource dataSource,
    JobStorage storage,
    IRecurringJobManager manager,
    JobOptions options
) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await ExecuteAsync(connection, "select pg_advisory_lock(hashtext('job'), 0)", cancellationToken);
        try
        {
            PostgreSqlObjectsInstaller.Install(connection, IndexerJobs.Schema);
            await DeclareAsync(connection, cancellationToken);
        }
        finally
        {
            await ExecuteAsync(connection, "select pg_advisory_unlock(hashtext('job'), 0)", CancellationToken.None);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task DeclareAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        foreach (var job in options.Timetable)
        {
            manager.AddOrUpdate<JobRunner>(
                job.Name,
                runner => runner.RunAsync(job.Name, CancellationToken.None),
                job.Schedule
            );
        }

        using var jobs = storage.GetConnection();
        var removed = await JobRecords.DeclareAsync(
            connection,
            options.Timetable,
            JobRecords.Next(jobs),
            cancellationToken
        );
        foreach (var name in removed)
        {
            manager.RemoveIfExists(name);
        }
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
