using Indexer.TestKit;

namespace Indexer.Jobs.Tests;

/// <summary>The jobs of the product, and how the database is told of them.</summary>
public sealed class TimetableTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_database_holds_the_timetable_and_when_each_job_runs_next()
    {
        await using var database = await JobHost.DatabaseAsync();
        await using (await JobHost.StartAsync(database.ConnectionString, new JobOptions()))
        {
            Assert.Equal(
                [
                    "bridge-check at minute 27 of this hour or the next",
                    "change-feed-retention at minute 17 of this hour or the next",
                    "network-days at minute 7 of this hour or the next",
                    "snapshot-recheck at minute 47 of this hour or the next",
                ],
                await database.DataSource.LinesAsync(
                    """
                    select name || ' at minute ' || extract(minute from next_at) || case
                      when next_at > now() and next_at <= now() + interval '1 hour' then ' of this hour or the next' end
                    from job order by name
                    """
                )
            );
        }

        var kept = Timetable.All[0];
        await using var jobs = await JobHost.StartAsync(database.ConnectionString, new() { Timetable = [kept] });
        Assert.Equal([kept.Name], await database.DataSource.LinesAsync("select name from job"));
        Assert.Equal(
            [kept.Name],
            await database.DataSource.LinesAsync("select value from hangfire.set where key = 'recurring-jobs'")
        );
    }

    [Fact]
    public async Task Steps_of_the_change_feed_are_kept_for_seven_days_and_their_retracted_rows_with_them()
    {
        await using var database = await JobHost.DatabaseAsync();
        await ExecuteAsync(
            database,
            """
            insert into index_change (network, op, from_height, to_height, committed_at)
            select 'khala', case when n % 2 = 0 then 'ADDED' else 'RETRACTED' end, n, n, now() - n * interval '1 hour'
            from generate_series(0, 400) n;
            insert into retracted_row select sequence, 'reward', from_height, 0, 0, '{}' from index_change where op = 'RETRACTED'
            """
        );
        await using var jobs = await JobHost.StartAsync(database.ConnectionString, new JobOptions());

        await jobs.Runner.RunAsync("change-feed-retention", Cancellation);
        Assert.Equal(
            ["233 steps forgotten"],
            await database.DataSource.LinesAsync("select result from job where result is not null")
        );
        await jobs.Runner.RunAsync("change-feed-retention", Cancellation);

        Assert.Equal(["167"], await database.DataSource.LinesAsync("select max(to_height)::text from index_change"));
        Assert.Equal(["168"], await database.DataSource.LinesAsync("select count(*)::text from index_change"));
        Assert.Equal(["84"], await database.DataSource.LinesAsync("select count(*)::text from retracted_row"));
    }

    private static async Task ExecuteAsync(TestDatabase database, string sql)
    {
        await using var command = database.DataSource.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Cancellation);
    }
}
