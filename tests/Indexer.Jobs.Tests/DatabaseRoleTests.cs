using System.Reflection;
using Npgsql;

namespace Indexer.Jobs.Tests;

/// <summary>The database roles of docs/operations.md suffice, and not for more.</summary>
public sealed class DatabaseRoleTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Jobs_run_and_the_api_reads_with_the_documented_rights()
    {
        await using var database = await JobHost.DatabaseAsync();
        await using (var grant = database.DataSource.CreateCommand(await DocumentedAsync()))
        {
            await grant.ExecuteNonQueryAsync(Cancellation);
        }

        await using (var jobs = await JobHost.StartAsync(As("indexer_jobs"), new JobOptions()))
        {
            foreach (var job in Timetable.All)
            {
                await jobs.Runner.RunAsync(job.Name, Cancellation);
            }
        }

        await using var api = NpgsqlDataSource.Create(As("indexer_api"));
        await using var read = api.CreateCommand("select count(*) from job where state = 'SUCCEEDED'");
        Assert.Equal((long)Timetable.All.Count, await read.ExecuteScalarAsync(Cancellation));
        foreach (var role in new[] { "indexer_api", "indexer_jobs" })
        {
            await using var other = NpgsqlDataSource.Create(As(role));
            await using var write = other.CreateCommand("delete from cursor");
            var refusal = await Assert.ThrowsAsync<PostgresException>(() => write.ExecuteNonQueryAsync(Cancellation));
            Assert.Contains(
                refusal.SqlState,
                new[] { PostgresErrorCodes.InsufficientPrivilege, PostgresErrorCodes.ReadOnlySqlTransaction }
            );
        }

        string As(string role) =>
            new NpgsqlConnectionStringBuilder(database.ConnectionString) { Username = role }.ConnectionString;
    }

    private static async Task<string> DocumentedAsync()
    {
        var file = typeof(DatabaseRoleTests)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(attribute => attribute.Key == "Operations")
            .Value!;
        var text = await File.ReadAllTextAsync(file, Cancellation);
        var start = text.IndexOf("```sql", StringComparison.Ordinal) + "```sql".Length;
        return text[start..text.IndexOf("```", start, StringComparison.Ordinal)];
    }
}
