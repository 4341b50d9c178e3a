using System.Globalization;
using Indexer.Storage.Embedded;
using Npgsql;

namespace Indexer.TestKit;

/// <summary>
/// A database of its own for one test or test class, dropped on disposal. Hold it in a class fixture, or
/// <c>await using var database = await TestDatabase.CreateAsync()</c>.
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly SemaphoreSlim Gate = new(1);
    private static readonly HashSet<string> Templates = new(StringComparer.Ordinal);
    private static int _last;

    private TestDatabase(string name, string connectionString) =>
        (Name, ConnectionString, DataSource) = (name, connectionString, NpgsqlDataSource.Create(connectionString));

    /// <summary>The database's name.</summary>
    public string Name { get; }

    /// <summary>Its connection string; connections are pooled, at most ten.</summary>
    public string ConnectionString { get; }

    /// <summary>Its connections.</summary>
    public NpgsqlDataSource DataSource { get; }

    /// <summary>An empty database.</summary>
    public static Task<TestDatabase> CreateAsync() => CopyAsync("template1");

    /// <summary>A copy of a template that is prepared once per test process.</summary>
    /// <param name="template">A name for what <paramref name="prepareAsync"/> makes, e.g. "schema".</param>
    /// <param name="prepareAsync">Fills the template, given its (unpooled) connection string; it must close what it opens.</param>
    public static async Task<TestDatabase> CreateAsync(string template, Func<string, Task> prepareAsync)
    {
        var name = $"template_{template}";
        await PrepareOnceAsync(name, prepareAsync);
        return await CopyAsync(name);
    }

    /// <summary>Drops the database, with whatever is still connected to it.</summary>
    public async ValueTask DisposeAsync()
    {
        await DataSource.DisposeAsync();
        var cluster = await TestCluster.GetAsync();
        await ExecuteAsync(cluster, $"drop database if exists {PostgresName.Quote(Name)} with (force)");
    }

    private static async Task<TestDatabase> CopyAsync(string template)
    {
        var cluster = await TestCluster.GetAsync();
        var name = string.Create(CultureInfo.InvariantCulture, $"test_{Interlocked.Increment(ref _last)}");
        await ExecuteAsync(
            cluster,
            $"create database {PostgresName.Quote(name)} template {PostgresName.Quote(template)}"
        );
        var builder = new NpgsqlConnectionStringBuilder(cluster.ConnectionString(name)) { MaxPoolSize = 10 };
        return new TestDatabase(name, builder.ConnectionString);
    }

    private static async Task PrepareOnceAsync(string name, Func<string, Task> prepareAsync)
    {
        var cluster = await TestCluster.GetAsync();
        await Gate.WaitAsync();
        try
        {
            if (!Templates.Contains(name))
            {
                await ExecuteAsync(cluster, $"drop database if exists {PostgresName.Quote(name)} with (force)");
                await ExecuteAsync(cluster, $"create database {PostgresName.Quote(name)}");
                await prepareAsync(Unpooled(cluster, name));
                Templates.Add(name);
            }
        }
        finally
        {
            Gate.Release();
        }
    }

    private static async Task ExecuteAsync(EmbeddedPostgres cluster, string sql)
    {
        // Unpooled: a template must have no connection while it is copied.
        await using var connection = new NpgsqlConnection(Unpooled(cluster, "postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static string Unpooled(EmbeddedPostgres cluster, string database) =>
        new NpgsqlConnectionStringBuilder(cluster.ConnectionString(database)) { Pooling = false }.ConnectionString;
}
