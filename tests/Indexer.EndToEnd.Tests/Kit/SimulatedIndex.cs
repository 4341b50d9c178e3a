using Indexer.Host.Commands;
using Indexer.Host.Configuration;
using Indexer.Host.Databases;
using Indexer.Host.Running;
using Indexer.Ingestion;
using Indexer.Migrations;
using Indexer.Simulator;
using Indexer.TestKit;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Indexer.EndToEnd.Tests.Kit;

/// <summary>A simulated world, its JSON-RPC server, and a database of its own that the program's own classes fill.</summary>
internal sealed class SimulatedIndex : IAsyncDisposable
{
    private readonly TestDatabase database;
    private readonly SimulatorServer server;
    private readonly IndexDatabase opened;

    private SimulatedIndex(World world, TestDatabase database, SimulatorServer server, IndexDatabase opened) =>
        (World, this.database, this.server, this.opened) = (world, database, server, opened);

    public World World { get; }

    /// <summary>Where its nodes are.</summary>
    public Uri Server => new(server.Http(""), "/");

    public NpgsqlDataSource DataSource => opened.DataSource;

    public IndexDatabase Opened => opened;

    public IReadOnlyList<NetworkSettings> Networks =>
        [.. SimulatedWorld.Networks(World, server).Select(network => network with { SegmentBlocks = 16 })];

    /// <summary>Serves a world beside an empty database.</summary>
    public static async Task<SimulatedIndex> CreateAsync(World world)
    {
        var empty = await TestDatabase.CreateAsync("schema", PrepareAsync);
        var connected = await IndexDatabase.ConnectAsync(
            new DatabaseConfiguration { ConnectionString = empty.ConnectionString },
            IndexDatabase.DefaultName,
            CancellationToken.None
        );
        return new SimulatedIndex(world, empty, await SimulatorServer.StartAsync(world), connected);
    }

    /// <summary>Serves a world of which everything is final, and indexes it to the end.</summary>
    public static async Task<SimulatedIndex> IndexedAsync(World world)
    {
        foreach (var network in world.Networks)
        {
            network.FinalizedLag = 0;
        }

        var index = await CreateAsync(world);
        var outcomes = await index.RunAsync();
        Assert.All(outcomes, outcome => Assert.Null(outcome.Reason));
        return index;
    }

    public NetworkSettings Network(string name) => Networks.Single(network => network.Name == name);

    /// <summary>Indexes all networks to their finalized heads.</summary>
    public Task<IReadOnlyList<IngestionProgress>> RunAsync(Action<IngestionProgress>? hear = null) =>
        RunAsync(Networks, untilHead: true, hear, CancellationToken.None);

    public async Task<IReadOnlyList<IngestionProgress>> RunAsync(
        IReadOnlyList<NetworkSettings> networks,
        bool untilHead,
        Action<IngestionProgress>? hear,
        CancellationToken cancellationToken
    )
    {
        var run = new IngestionRun(
            opened.ForIngestion(),
            new Listener(hear ?? (_ => { })),
            NullLoggerFactory.Instance,
            new HastyTime()
        );
        var outcomes = await run.RunAsync(networks, untilHead, cancellationToken);
        return [.. outcomes.Select(outcome => outcome.Progress)];
    }

    /// <summary>Everything in the database.</summary>
    public Task<IReadOnlyList<string>> DumpAsync() => Dump.OfAsync(DataSource);

    /// <summary>The first column of a query over one network.</summary>
    public Task<List<string>> LinesAsync(string sql, params object[] parameters) =>
        DataSource.LinesAsync(sql, parameters);

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        await opened.DisposeAsync();
        await database.DisposeAsync();
    }

    private static async Task PrepareAsync(string connectionString)
    {
        await using var dataSource = NpgsqlDataSource.Create(connectionString);
        await Schema.EnsureAsync(dataSource, CancellationToken.None);
    }
}
