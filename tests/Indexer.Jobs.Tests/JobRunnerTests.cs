using Indexer.TestKit;
using Npgsql;

namespace Indexer.Jobs.Tests;

/// <summary>One run of a job: what is recorded of it, and what its lock does.</summary>
public sealed class JobRunnerTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_failure_is_told_without_secrets_and_forgotten_after_a_success()
    {
        var isBroken = true;
        var job = JobHost.Job(
            "fragile",
            async (held, cancellationToken) =>
            {
                await using var command = new NpgsqlCommand(isBroken ? "select 1 / 0 as secret" : "select 1", held);
                await command.ExecuteNonQueryAsync(cancellationToken);
                return "three rows";
            }
        );
        await using var database = await JobHost.DatabaseAsync();
        await using var jobs = await JobHost.StartAsync(database.ConnectionString, new() { Timetable = [job] });
        Assert.Equal("null", await RecordAsync(database));

        await Assert.ThrowsAsync<PostgresException>(() => jobs.Runner.RunAsync("fragile", Cancellation));
        Assert.Equal("FAILED  The database refused: 22012 division by zero", await RecordAsync(database));

        isBroken = false;
        await jobs.Runner.RunAsync("fragile", Cancellation);
        Assert.Equal("SUCCEEDED three rows ", await RecordAsync(database));
    }

    [Fact]
    public async Task A_run_beside_another_does_nothing()
    {
        var runs = 0;
        var entered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var leave = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var job = JobHost.Job(
            "slow",
            async (_, _) =>
            {
                Interlocked.Increment(ref runs);
                entered.TrySetResult();
                await leave.Task;
                return "done";
            }
        );
        await using var database = await JobHost.DatabaseAsync();
        await using var jobs = await JobHost.StartAsync(database.ConnectionString, new() { Timetable = [job] });
        var first = jobs.Runner.RunAsync("slow", Cancellation);
        await entered.Task;

        await jobs.Runner.RunAsync("slow", Cancellation);

        Assert.Equal("RUNNING  ", await RecordAsync(database));
        leave.SetResult();
        await first;
        Assert.Equal(1, runs);
        Assert.Equal("SUCCEEDED done ", await RecordAsync(database));
    }

    [Fact]
    public async Task A_job_that_loses_its_lock_can_do_nothing_more()
    {
        var entered = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        var job = JobHost.Job(
            "cut",
            async (held, cancellationToken) =>
            {
                entered.TrySetResult(held.ProcessID);
                await using var command = new NpgsqlCommand("select pg_sleep(3600)", held);
                await command.ExecuteNonQueryAsync(cancellationToken);
                return "never";
            }
        );
        await using var database = await JobHost.DatabaseAsync();
        await using var jobs = await JobHost.StartAsync(database.ConnectionString, new() { Timetable = [job] });
        var run = jobs.Runner.RunAsync("cut", Cancellation);
        await database.DataSource.LinesAsync("select pg_terminate_backend($1)::text", await entered.Task);

        await Assert.ThrowsAnyAsync<NpgsqlException>(() => run);
        Assert.StartsWith("FAILED", await RecordAsync(database), StringComparison.Ordinal);
    }

    private static async Task<string> RecordAsync(TestDatabase database) =>
        Assert.Single(
            await database.DataSource.LinesAsync(
                "select coalesce(state || ' ' || coalesce(result, '') || ' ' || coalesce(failure, ''), 'null') from job"
            )
        );
}
