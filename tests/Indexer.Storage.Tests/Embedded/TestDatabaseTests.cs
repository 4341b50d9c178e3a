using Indexer.TestKit;
using Npgsql;

namespace Indexer.Storage.Tests.Embedded;

public sealed class TestDatabaseTests
{
    [Fact]
    public async Task Databases_of_one_template_are_equal_and_independent()
    {
        static async Task PrepareAsync(string connectionString)
        {
            await using var connection = new NpgsqlConnection(connectionString);
            await connection.OpenAsync();
            await using var command = new NpgsqlCommand("create table t (x int); insert into t values (7)", connection);
            await command.ExecuteNonQueryAsync();
        }

        var databases = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => TestDatabase.CreateAsync("seven", PrepareAsync))
        );
        await using (var insert = databases[0].DataSource.CreateCommand("insert into t values (8)"))
        {
            await insert.ExecuteNonQueryAsync();
        }

        var counts = new List<long>();
        foreach (var database in databases)
        {
            await using var count = database.DataSource.CreateCommand("select count(*) from t");
            counts.Add((long)(await count.ExecuteScalarAsync())!);
            await database.DisposeAsync();
        }

        Assert.Equal([2, 1, 1, 1], counts);
    }

    [Fact]
    public async Task A_disposed_database_is_gone_even_while_someone_is_connected()
    {
        var database = await TestDatabase.CreateAsync();
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        await database.DisposeAsync();

        var cluster = await TestCluster.GetAsync();
        await using var source = NpgsqlDataSource.Create(cluster.ConnectionString("postgres"));
        await using var command = source.CreateCommand("select count(*) from pg_database where datname = $1");
        command.Parameters.AddWithValue(database.Name);
        Assert.Equal(0L, await command.ExecuteScalarAsync());
    }
}
