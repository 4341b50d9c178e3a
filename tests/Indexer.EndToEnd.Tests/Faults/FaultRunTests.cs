using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Indexer.Domain;
using Indexer.EndToEnd.Tests.CommandLine;
using Indexer.EndToEnd.Tests.Kit;
using Indexer.Host.Configuration;
using Indexer.Host.Databases;
using Indexer.Simulator;
using Indexer.Storage.Embedded;
using Npgsql;

namespace Indexer.EndToEnd.Tests.Faults;

/// <summary>
/// Everything at once: nodes that fail a tenth of the requests, forks, a database that is killed, and the program itself killed, all
/// during one backfill and live phase. What is left must be what an undisturbed run leaves. FAULTS sets how many of each.
/// </summary>
public sealed class FaultRunTests(ITestOutputHelper output)
{
    private const int FinalizedLag = 12;
    private static readonly JsonSerializerOptions Written = new(JsonSerializerDefaults.Web);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_everything_at_once_leaves_is_what_an_undisturbed_run_leaves()
    {
        var each = int.Parse(Environment.GetEnvironmentVariable("FAULTS") ?? "2", CultureInfo.InvariantCulture);
        var world = Begun();
        await using var disturbed = await SimulatedIndex.CreateAsync(world);
        await using var directory = new DataDirectory();
        var options = new EmbeddedPostgresOptions { DataDirectory = directory.Path, Durable = false };
        var server = await EmbeddedPostgres.StartDetachedAsync(options, progress: null, Cancellation);
        await using var node = await TroubledNode.StartAsync(disturbed.Server, seed: 31);
        var database = await CreateDatabaseAsync(server);
        var config = await directory.FileAsync(Configuration(disturbed, node, database));
        var watch = Stopwatch.StartNew();
        var random = new Random(31);
        var deeds = Enumerable.Repeat<string[]>(["kill", "database", "fork"], each).SelectMany(all => all).ToArray();
        random.Shuffle(deeds);
        var program = Run(directory, config, "run", "--role", "ingest");
        foreach (var deed in deeds)
        {
            await program.LivesUntilAsync(node.AfterAsync(random.Next(60, 160), Cancellation));
            switch (deed)
            {
                case "kill":
                    program.Kill();
                    await program.DisposeAsync();
                    program = Run(directory, config, "run", "--role", "ingest");
                    break;
                case "database":
                    Kill(server.ProcessId);
                    server = await EmbeddedPostgres.StartDetachedAsync(options, progress: null, Cancellation);
                    break;
                default:
                    var chain = world.Networks[random.Next(world.Networks.Count)];
                    chain.Advance(random.Next(0, 8));
                    chain.Reorg(random.Next(1, FinalizedLag + 1));
                    break;
            }
        }

        program.Kill();
        await program.DisposeAsync();
        foreach (var network in world.Networks)
        {
            network.Head = network.LastBlock;
            network.FinalizedLag = 0;
        }

        await using (var last = Run(directory, config, "run", "--until-head", "--role", "ingest"))
        {
            var code = await last.ExitCodeAsync();
            Assert.True(code == 0, $"{last.Output}\n{string.Join('\n', last.Errors)}");
        }

        output.WriteLine(
            $"{each} kills, {each} kills of the database, {each} forks, {node.Failures} failed requests: {watch.Elapsed.TotalSeconds:F1} s"
        );
        watch.Restart();
        await using var whole = await SimulatedIndex.IndexedAsync(world);
        output.WriteLine($"undisturbed: {watch.Elapsed.TotalSeconds:F1} s");
        await using var left = await IndexDatabase.ConnectAsync(
            new DatabaseConfiguration { ConnectionString = database },
            IndexDatabase.DefaultName,
            Cancellation
        );
        Assert.True(node.Failures > each, $"{node.Failures} failures");
        Assert.Equal(Indexed(await whole.DumpAsync()), Indexed(await Dump.OfAsync(left.DataSource)));
    }

    /// <summary>A world whose chains have come a third of their way.</summary>
    private static World Begun()
    {
        var world = World.Create(31, WorldSize.Small);
        foreach (var network in world.Networks)
        {
            network.FinalizedLag = FinalizedLag;
            network.Head = network.LastBlock / 3;
        }

        // What a hub has is noted when it is seen: only a hub that stands still is seen alike by both runs.
        var now = (long)world.Ethereum.TimeAt(world.Ethereum.LastBlock) / 1000;
        world.Space.Clock = () => now;
        return world;
    }

    /// <summary>Labels are configuration: the program adds those that it ships with.</summary>
    private static IEnumerable<string> Indexed(IEnumerable<string> rows) =>
        rows.Where(row => !row.StartsWith("account_label ", StringComparison.Ordinal));

    private static IndexerProcess Run(DataDirectory directory, string config, params string[] arguments) =>
        IndexerProcess.Start(directory.Path, [.. arguments, "--config", config]);

    private static async Task<string> CreateDatabaseAsync(PostgresEndpoint server)
    {
        await using var connection = new NpgsqlConnection(server.ConnectionString("postgres"));
        await connection.OpenAsync(Cancellation);
        await using var create = new NpgsqlCommand(
            $"create database {PostgresName.Quote(IndexDatabase.DefaultName)}",
            connection
        );
        await create.ExecuteNonQueryAsync(Cancellation);
        return server.ConnectionString(IndexDatabase.DefaultName);
    }

    private static void Kill(int process)
    {
        using var server = Process.GetProcessById(process);
        server.Kill();
        server.WaitForExit();
    }

    private static string Configuration(SimulatedIndex index, TroubledNode node, string database) =>
        JsonSerializer.Serialize(
            new
            {
                database = new { connectionString = database },
                http = new { urls = $"http://127.0.0.1:{Ports.Free()}" },
                networks = index.Networks.ToDictionary(
                    network => network.Name,
                    network => new
                    {
                        kind = network.Kind.ToString().ToLowerInvariant(),
                        endpoints = new[] { $"http://127.0.0.1:{node.Port}/{network.Name}" },
                        genesisHash = network.GenesisHash is { } hash ? "0x" + Convert.ToHexStringLower(hash) : null,
                        chainId = network.ChainId,
                        space = network.Space,
                        l1 = network.L1,
                        startBlock = network.Kind == NetworkKind.Snapshot ? (long?)null : network.StartBlock,
                        lastBlock = network.LastBlock,
                        requestsPerMinute = network.Kind == NetworkKind.Snapshot
                            ? network.RequestsPerMinute
                            : (int?)null,
                        segmentBlocks = 16,
                        pollMilliseconds = 100,
                        blockMilliseconds = network.Kind == NetworkKind.Evm
                            ? (int?)network.BlockTime.TotalMilliseconds
                            : null,
                        contracts = network.Contracts.Select(contract => new
                        {
                            role = contract.Value,
                            address = "0x" + Convert.ToHexStringLower(contract.Key.ToArray()),
                        }),
                    }
                ),
            },
            Written
        );
}
