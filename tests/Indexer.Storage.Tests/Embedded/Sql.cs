using Indexer.Storage.Embedded;
using Npgsql;

namespace Indexer.Storage.Tests.Embedded;

internal static class Sql
{
    /// <summary>The first value that the statement yields, over a connection of its own.</summary>
    public static async Task<object?> ScalarAsync(PostgresEndpoint endpoint, string sql)
    {
        var builder = new NpgsqlConnectionStringBuilder(endpoint.ConnectionString("postgres")) { Pooling = false };
        await using var connection = new NpgsqlConnection(builder.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }

    public static Task WriteSevenAsync(PostgresEndpoint endpoint) =>
        ScalarAsync(endpoint, "create table kept (x int); insert into kept values (7)");

    public static async Task AssertSevenAsync(PostgresEndpoint endpoint) =>
        Assert.Equal(7, await ScalarAsync(endpoint, "select x from kept"));
}
