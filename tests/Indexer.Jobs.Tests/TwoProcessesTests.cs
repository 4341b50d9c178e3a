using System.Globalization;
using Hangfire;
using Indexer.TestKit;

namespace Indexer.Jobs.Tests;

/// <summary>Several processes that run the jobs of one database.</summary>
public sealed class TwoProcessesTests
{
    private const int Triggers = 12;

    [Fact]
    public async Task A_job_whose_process_is_killed_is_taken_over_and_no_job_ever_runs_twice_at_a_time()
    {
        await using var database = await JobHost.DatabaseAsync();
        await ExecuteAsync(database, JobProcess.CreateTrace);
        // Both at once, so that both find a database that is not prepared.
        var both = await Task.WhenAll(
            JobProcess.StartAsync(database.ConnectionString),
            JobProcess.StartAsync(database.ConnectionString)
        );
        await using var one = both[0];
        await using var two = both[1];

        Trigger(database);
        await WaitAsync(database, "select 'begun' from trace");
        var killed = int.Parse(
            await LineAsync(database, "select process::text from trace"),
            CultureInfo.InvariantCulture
        );
        await (one.Id == killed ? one : two).KillAsync();
        await WaitAsync(database, "select 'taken over' from trace where ended is not null");
        await using var three = await JobProcess.StartAsync(database.ConnectionString);
        for (var i = 0; i < Triggers; i++)
        {
            Trigger(database);
        }

        await WaitAsync(database, "select 'done' from hangfire.job having every(statename = 'Succeeded')");

        Assert.Equal("0", await LineAsync(database, "select max(others)::text from trace"));
        Assert.Equal(
            "0",
            await LineAsync(
                database,
                """
                select count(*)::text from trace a join trace b
                on a.ctid <> b.ctid and tstzrange(a.began, a.ended) && tstzrange(b.began, b.ended)
                where a.ended is not null and b.ended is not null
                """
            )
        );
        Assert.Equal(
            $"{killed}",
            await LineAsync(database, "select string_agg(process::text, ',') from trace where ended is null")
        );
        Assert.Equal(
            "SUCCEEDED traced",
            await LineAsync(database, "select state || ' ' || result || coalesce(failure, '') from job")
        );
    }

    /// <summary>This process only queues; a server of its own would take the job that is to be killed.</summary>
    private static void Trigger(TestDatabase database)
    {
        var storage = IndexerJobs.Storage(database.ConnectionString, JobProcess.Options);
        new RecurringJobManager(storage).Trigger(JobProcess.JobName);
    }

    private static async Task ExecuteAsync(TestDatabase database, string sql)
    {
        await using var command = database.DataSource.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<string> LineAsync(TestDatabase database, string sql) =>
        Assert.Single(await database.DataSource.LinesAsync(sql));

    private static async Task WaitAsync(TestDatabase database, string sql)
    {
        while ((await database.DataSource.LinesAsync(sql)).Count == 0)
        {
            await ExecuteAsync(database, "select pg_sleep(0.05)");
        }
    }
}
