using System.Text;
using System.Text.Json;
using Indexer.Addresses;
using Indexer.Api.Tests.Sample;
using Indexer.Domain;
using Indexer.GraphQL;
using Indexer.GraphQL.Execution;
using Indexer.Migrations;
using Indexer.Storage;
using Indexer.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

[assembly: AssemblyFixture(typeof(SampleIndex))]

namespace Indexer.Api.Tests.Sample;

/// <summary>A database filled through the writer, and an engine on it. Tests only read it.</summary>
public class SampleIndex : IAsyncLifetime
{
    private TestDatabase? database;
    private GraphQLEngine? engine;

    /// <summary>The database.</summary>
    public TestDatabase Database => database!;

    internal GraphQLEngine Engine => engine!;

    /// <summary>What is labelled before anything is indexed.</summary>
    internal IReadOnlyList<AccountLabel> Labels { get; init; } = [];

    public async ValueTask InitializeAsync()
    {
        database = await TestDatabase.CreateAsync();
        await using var context = new IndexerDbContext(
            new DbContextOptionsBuilder<IndexerDbContext>().UseNpgsql(database.DataSource).Options
        );
        await Schema.EnsureAsync(database.DataSource, TestContext.Current.CancellationToken);
        AddNetworks(context);
        context.AddRange(Labels);
        await context.SaveChangesAsync();
        await TellAsync(context, new LedgerWriter(database.DataSource, context, AccountText.Format));
        engine = EngineOf(database.DataSource);
    }

    public async ValueTask DisposeAsync()
    {
        if (engine is not null)
        {
            await engine.DisposeAsync();
        }

        await Database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>The response to a query, as text.</summary>
    public Task<string> SendAsync(string query, object? variables = null) => SendAsync(RequestOf(query, variables));

    /// <summary>The response to a request, as text.</summary>
    public Task<string> SendAsync(GraphQLRequest request) => SendAsync(engine!, request);

    /// <summary>The data of a query, which must not fail.</summary>
    public async Task<JsonElement> AskAsync(string query, object? variables = null)
    {
        var response = JsonElement.Parse(await SendAsync(query, variables));
        Assert.False(response.TryGetProperty("errors", out var errors), errors.ToString());
        return response.GetProperty("data");
    }

    /// <summary>The response to a query, and how many statements it took.</summary>
    public async Task<(string Response, int Statements)> CountStatementsAsync(string query, object? variables = null)
    {
        using var log = new StatementLog();
        await using var source = new NpgsqlDataSourceBuilder(Database.ConnectionString).UseLoggerFactory(log).Build();
        await using var counted = EngineOf(source);
        await SendAsync(counted, "{ status { network } }");
        Assert.Equal(1, log.Count);
        return (await SendAsync(counted, query, variables), log.Count - 1);
    }

    /// <summary>Takes back what a network has above a height.</summary>
    public async Task RevertAsync(string network, long height)
    {
        await using var context = new IndexerDbContext(
            new DbContextOptionsBuilder<IndexerDbContext>().UseNpgsql(Database.DataSource).Options
        );
        var cursor = await context.Set<Cursor>().SingleAsync(row => row.Network == network);
        await new LedgerWriter(Database.DataSource, context, AccountText.Format).RevertAsync(
            cursor,
            new BlockRef(height, Chain.HashOf(height)),
            held: null,
            TestContext.Current.CancellationToken
        );
    }

    /// <summary>Labels the accounts of a network, as at the start of its ingestion.</summary>
    internal async Task LabelAsync(string network, params IReadOnlyList<AccountLabel> labels)
    {
        await using var context = new IndexerDbContext(
            new DbContextOptionsBuilder<IndexerDbContext>().UseNpgsql(Database.DataSource).Options
        );
        await new LedgerWriter(Database.DataSource, context, AccountText.Format).LabelAsync(
            network,
            labels,
            TestContext.Current.CancellationToken
        );
    }

    /// <summary>Fills the database.</summary>
    private protected virtual Task TellAsync(IndexerDbContext context, LedgerWriter writer) => Story.TellAsync(writer);

    internal static GraphQLEngine EngineOf(NpgsqlDataSource source) =>
        new(
            ProductSchema.Create(),
            source,
            new GraphQLOptions
            {
                Timeout = TimeSpan.FromMinutes(1),
                MaxNodes = 10_000_000,
                MaxCost = 100_000_000,
            },
            TimeProvider.System,
            NullLogger<GraphQLEngine>.Instance
        );

    internal static Task<string> SendAsync(GraphQLEngine engine, string query, object? variables = null) =>
        SendAsync(engine, RequestOf(query, variables));

    private static GraphQLRequest RequestOf(string query, object? variables) =>
        new(query, Variables: JsonSerializer.SerializeToElement(variables ?? new { }));

    private static async Task<string> SendAsync(GraphQLEngine engine, GraphQLRequest request)
    {
        var operation = engine.Prepare(request, out var errors);
        if (operation is null)
        {
            return JsonSerializer.Serialize(
                new { errors = errors.Select(it => new { message = it.Message, extensions = new { code = it.Code } }) }
            );
        }

        using var output = new MemoryStream();
        await engine.ExecuteAsync(operation, output, TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(output.ToArray());
    }

    private static void AddNetworks(IndexerDbContext context)
    {
        context.AddRange(
            new Network
            {
                Name = "phala",
                Kind = NetworkKind.Substrate,
                GenesisHash = Chain.HashOf(0),
                StartBlock = 1,
                LastBlock = 9_064_613,
            },
            new Network
            {
                Name = "ethereum",
                Kind = NetworkKind.Evm,
                ChainId = 1,
                StartBlock = 90,
            },
            new Network
            {
                Name = "khala",
                Kind = NetworkKind.Substrate,
                StartBlock = 1,
            },
            Status("phala", IngestionState.Stopped, 20, 12) with
            {
                Reason = "endpoint unreachable",
            },
            Status("ethereum", IngestionState.Live, 103, 101),
            Status("khala", IngestionState.Starting, 50, null)
        );
    }

    private static IngestionStatus Status(string network, IngestionState state, long head, long? finalized) =>
        new()
        {
            Network = network,
            State = state,
            HeadHeight = head,
            FinalizedHeight = finalized,
            Since = Story.Start,
            UpdatedAt = Story.Start,
        };
}
