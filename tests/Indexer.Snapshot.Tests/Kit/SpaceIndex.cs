using Indexer.Domain;
using Indexer.Handlers;
using Indexer.Ingestion;
using Indexer.Migrations;
using Indexer.Simulator;
using Indexer.Simulator.Snapshot;
using Indexer.Storage;
using Indexer.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Indexer.Snapshot.Tests;

/// <summary>A simulated space, its hub, and a database of its own that the ingestion fills.</summary>
internal sealed class SpaceIndex : IAsyncDisposable
{
    private static readonly string[] Tables =
    [
        "account",
        "block",
        "cursor",
        "network",
        "proposal",
        "proposal_choice",
        "proposal_event",
        "proposal_state",
        "proposal_text",
        "reconciliation",
        "vote",
        "vote_event",
    ];

    private readonly TestDatabase database;
    private readonly SimulatorServer server;

    private SpaceIndex(World world, TestDatabase database, SimulatorServer server, TimeProvider time) =>
        (World, this.database, this.server, Time) = (world, database, server, time);

    public World World { get; }

    public SimulatedSpace Space => World.Space;

    public TimeProvider Time { get; }

    public NpgsqlDataSource DataSource => database.DataSource;

    /// <summary>A time after everything that happens in the space.</summary>
    public long TheEnd => Space.Times[^1] + 100_000;

    private NetworkSettings Settings { get; } =
        new()
        {
            Name = "snapshot",
            Kind = NetworkKind.Snapshot,
            Space = SimulatedSpace.Id,
            Endpoints = [],
            PollInterval = TimeSpan.FromSeconds(1),
            RequestsPerMinute = 600_000,
        };

    public static async Task<SpaceIndex> CreateAsync(ulong seed, WorldSize? size = null)
    {
        var world = World.Create(seed, size ?? WorldSize.Small);
        var time = new HastyTime();
        return new SpaceIndex(
            world,
            await TestDatabase.CreateAsync("schema", PrepareAsync),
            await SimulatorServer.StartAsync(world, time: time),
            time
        );
    }

    /// <summary>The same world with another, empty database.</summary>
    public async Task<SpaceIndex> BesideAsync() =>
        new(
            World,
            await TestDatabase.CreateAsync("schema", PrepareAsync),
            await SimulatorServer.StartAsync(World, time: Time),
            Time
        );

    public SnapshotOptions Options =>
        new()
        {
            Endpoints = [server.Http(SimulatedSpace.Name)],
            RequestsPerMinute = 600_000,
            TimeProvider = Time,
        };

    /// <summary>Runs as if another space were configured.</summary>
    public Task<IngestionProgress> RunOtherSpaceAsync(string space) => RunAsync(Settings with { Space = space }, true);

    /// <summary>Indexes what the hub has at a time.</summary>
    public Task<IngestionProgress> LookAsync(long time, SnapshotOptions? options = null)
    {
        Space.Clock = () => time;
        return RunAsync(untilHead: true, options);
    }

    public Task<IngestionProgress> RunAsync(
        bool untilHead,
        SnapshotOptions? options = null,
        Action<IngestionProgress>? hear = null,
        CancellationToken cancellationToken = default
    ) => RunAsync(Settings, untilHead, options, hear, cancellationToken);

    private async Task<IngestionProgress> RunAsync(
        NetworkSettings settings,
        bool untilHead,
        SnapshotOptions? options = null,
        Action<IngestionProgress>? hear = null,
        CancellationToken cancellationToken = default
    )
    {
        using var hub = new SnapshotHub(settings.Space!, options ?? Options, NullLoggerFactory.Instance);
        await using var model = Context();
        var ingestion = new SnapshotIngestion(
            settings,
            hub,
            HandlerCatalog.Spaces,
            new IngestionDatabase(
                DataSource,
                Context,
                new LedgerWriter(DataSource, model, Addresses.EvmAddress.Format)
            ),
            new Listener(hear ?? (_ => { })),
            Time,
            NullLogger<SnapshotIngestion>.Instance
        );
        return await ingestion.RunAsync(untilHead, cancellationToken);
    }

    /// <summary>Everything about the space, but not when a status was written.</summary>
    public async Task<List<string>> DumpAsync()
    {
        var lines = new List<string>();
        foreach (var table in Tables)
        {
            lines.AddRange(
                await LinesAsync(
                    $"select '{table} ' || to_jsonb(t)::text from {table} t order by to_jsonb(t)::text collate \"C\""
                )
            );
        }

        return lines;
    }

    /// <summary>The first column of a query.</summary>
    public Task<List<string>> LinesAsync(string sql, params object[] parameters) =>
        DataSource.LinesAsync(sql, parameters);

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        await database.DisposeAsync();
    }

    private IndexerDbContext Context() =>
        new(new DbContextOptionsBuilder<IndexerDbContext>().UseNpgsql(DataSource).Options);

    private static async Task PrepareAsync(string connectionString)
    {
        await using var dataSource = NpgsqlDataSource.Create(connectionString);
        await Schema.EnsureAsync(dataSource, CancellationToken.None);
    }
}
