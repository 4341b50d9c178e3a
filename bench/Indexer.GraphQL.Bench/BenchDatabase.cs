using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Indexer.Migrations;
using Indexer.Storage.Embedded;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Indexer.GraphQL.Bench;

/// <summary>The seeded database in a private cluster, kept between runs until the schema or the seed changes.</summary>
internal sealed class BenchDatabase : IAsyncDisposable
{
    private const string SeedName = "Seed.sql";
    private const string StepMark = "-- step: ";

    private readonly EmbeddedPostgres cluster;

    private BenchDatabase(EmbeddedPostgres cluster, string name)
    {
        this.cluster = cluster;
        ConnectionString = cluster.ConnectionString(name);
    }

    public string ConnectionString { get; }

    public string Version => cluster.Installation.Version;

    /// <summary>Starts the cluster and fills the database if it is not there yet.</summary>
    /// <param name="directory">Where the cluster is kept.</param>
    public static async Task<BenchDatabase> OpenAsync(string directory)
    {
        var seed = await ReadSeedAsync();
        var options = new EmbeddedPostgresOptions { DataDirectory = directory, SharedBuffersMegabytes = 512 };
        var server = await EmbeddedPostgres.StartAsync(options, progress: null, CancellationToken.None);
        try
        {
            var name = await NameAsync(seed);
            var database = new BenchDatabase(server, name);
            if (!await ExistsAsync(server, name))
            {
                await FillAsync(server, name);
            }

            return database;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => cluster.DisposeAsync();

    /// <summary>Makes the schema and fills it.</summary>
    /// <param name="target">An empty database.</param>
    /// <param name="part">Which part of a million ledger rows.</param>
    /// <param name="progress">Told each step.</param>
    public static async Task SeedAsync(NpgsqlDataSource target, decimal part, Action<string> progress)
    {
        await Schema.EnsureAsync(target, CancellationToken.None);
        await using var connection = await target.OpenConnectionAsync();
        await BenchAccounts.CopyAsync(connection);
        await ExecuteAsync(connection, string.Create(CultureInfo.InvariantCulture, $"set bench.part = '{part}'"));
        foreach (var step in (await ReadSeedAsync()).Split(StepMark).Skip(1))
        {
            var (title, sql) = (step[..step.IndexOf('\n')], step[step.IndexOf('\n')..]);
            progress(title);
            await ExecuteAsync(connection, sql);
        }
    }

    private static async Task<string> ReadSeedAsync()
    {
        await using var stream = typeof(BenchDatabase).Assembly.GetManifestResourceStream(SeedName)!;
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
    }

    /// <summary>A name made of the schema and the seed.</summary>
    private static async Task<string> NameAsync(string seed)
    {
        await using var anyDatabase = NpgsqlDataSource.Create("Host=localhost");
        await using var context = Schema.CreateContext(anyDatabase);
        var content = context.Database.GetMigrations().Last() + seed;
        return $"bench_{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)).AsSpan(0, 6))}";
    }

    private static async Task<bool> ExistsAsync(EmbeddedPostgres server, string name)
    {
        await using var source = NpgsqlDataSource.Create(server.ConnectionString("postgres"));
        await using var command = source.CreateCommand("select 1 from pg_database where datname = $1");
        command.Parameters.Add(new NpgsqlParameter { Value = name });
        return await command.ExecuteScalarAsync() is not null;
    }

    /// <summary>It gets its name when it is complete, so that a broken seed is never measured.</summary>
    private static async Task FillAsync(EmbeddedPostgres server, string name)
    {
        const string Unfinished = "bench_unfinished";
        var clock = Stopwatch.StartNew();
        Console.WriteLine("Seeding the database; later runs use it again.");
        await using var source = NpgsqlDataSource.Create(server.ConnectionString("postgres"));
        foreach (var old in await DatabasesAsync(source))
        {
            await ExecuteAsync(source, $"drop database {PostgresName.Quote(old)} with (force)");
        }

        await server.Endpoint.EnsureDatabaseAsync(Unfinished, CancellationToken.None);
        var settings = new NpgsqlConnectionStringBuilder(server.ConnectionString(Unfinished)) { CommandTimeout = 0 };
        await using (var target = NpgsqlDataSource.Create(settings))
        {
            await SeedAsync(
                target,
                part: 1,
                title => Console.WriteLine($"  {clock.Elapsed.TotalSeconds, 5:N0} s  {title}")
            );
        }

        await ExecuteAsync(source, $"alter database {Unfinished} rename to {PostgresName.Quote(name)}");
        Console.WriteLine($"  {clock.Elapsed.TotalSeconds, 5:N0} s  done");
    }

    /// <summary>What earlier schemas and broken runs left behind; each takes a gigabyte.</summary>
    private static async Task<List<string>> DatabasesAsync(NpgsqlDataSource source)
    {
        await using var command = source.CreateCommand(
            "select datname from pg_database where datname like 'bench\\_%'"
        );
        await using var reader = await command.ExecuteReaderAsync();
        var names = new List<string>();
        while (await reader.ReadAsync())
        {
            names.Add(reader.GetString(0));
        }

        return names;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
#pragma warning disable CA2100 // The text is the seed of this program.
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    private static async Task ExecuteAsync(NpgsqlDataSource source, string sql)
    {
        await using var connection = await source.OpenConnectionAsync();
        await ExecuteAsync(connection, sql);
    }
}
