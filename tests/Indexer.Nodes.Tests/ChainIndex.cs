using System.Globalization;
using System.Text;
using System.Text.Json;
using Indexer.Api;
using Indexer.Domain;
using Indexer.Evm;
using Indexer.Exports;
using Indexer.GraphQL;
using Indexer.GraphQL.Execution;
using Indexer.Handlers;
using Indexer.Ingestion;
using Indexer.Migrations;
using Indexer.Storage;
using Indexer.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Indexer.Nodes.Tests;

/// <summary>A database of its own, and the product's ingestion into it.</summary>
public sealed class ChainIndex : IAsyncDisposable
{
    private readonly TestDatabase database;
    private readonly IngestionDatabase ingestion;

    private ChainIndex(TestDatabase database)
    {
        this.database = database;
        using var context = Open();
        Writer = new LedgerWriter(database.DataSource, context, account => $"{account}");
        ingestion = new IngestionDatabase(database.DataSource, Open, Writer);
    }

    public LedgerWriter Writer { get; }

    public static async Task<ChainIndex> CreateAsync() =>
        new(
            await TestDatabase.CreateAsync(
                "schema",
                async connectionString =>
                {
                    await using var dataSource = NpgsqlDataSource.Create(connectionString);
                    await Schema.EnsureAsync(dataSource, CancellationToken.None);
                }
            )
        );

    /// <summary>The network of a lab.</summary>
    public static NetworkSettings Network(PhalaLab lab) =>
        new()
        {
            Name = "ethereum",
            Kind = NetworkKind.Evm,
            ChainId = 31_337,
            Endpoints = [lab.Node.Http],
            Contracts = new Dictionary<AccountId, string>
            {
                [lab.Vault] = "pha-vault",
                [lab.Claimer] = "khala-claimer",
                [lab.PhalaClaimer] = "phala-claimer",
            },
            SegmentBlocks = 7,
            PollInterval = TimeSpan.FromMilliseconds(2),
        };

    public IndexerDbContext Open() => Schema.CreateContext(database.DataSource);

    /// <summary>Indexes up to the finalized head.</summary>
    public async Task<IngestionProgress> RunAsync(NetworkSettings network)
    {
        await using var following = Start(network, untilHead: true);
        return await following.Ended;
    }

    /// <summary>Follows the chain until disposed.</summary>
    public Following Follow(NetworkSettings network) => Start(network, untilHead: false);

    /// <summary>Compares the books of both networks of the bridge, as the job does.</summary>
    public async Task<(int Compared, int Differing)> CompareBridgeAsync()
    {
        await using var connection = await database.DataSource.OpenConnectionAsync();
        return await BridgeChecks.CompareAsync(connection, CancellationToken.None);
    }

    /// <summary>The data that the API answers to a query.</summary>
    public async Task<JsonElement> AskAsync(string query)
    {
        await using var engine = new GraphQLEngine(
            ProductSchema.Create(),
            database.DataSource,
            new GraphQLOptions(),
            TimeProvider.System,
            NullLogger<GraphQLEngine>.Instance
        );
        var operation = engine.Prepare(new GraphQLRequest(query), out var errors);
        Assert.Empty(errors.Select(error => error.Message));
        using var output = new MemoryStream();
        await engine.ExecuteAsync(operation!, output, CancellationToken.None);
        var response = JsonElement.Parse(output.ToArray());
        Assert.False(response.TryGetProperty("errors", out var failed), failed.ToString());
        return response.GetProperty("data");
    }

    /// <summary>The amounts of an export of a holder by entry, its closing balance, and what its entries and balances differ by.</summary>
    public async Task<(ILookup<string, decimal> Entries, decimal Closing, Pha Difference)> ExportAsync(
        ExportKind kind,
        AccountId holder
    )
    {
        await using var export = await new ExportSource(database.DataSource).OpenAsync(
            ExportRequest.Read(kind, new WrittenExport($"{holder}", null, null, null, null, Unfinalized: true)),
            CancellationToken.None
        );
        using var output = new MemoryStream();
        var outcome = await export.WriteAsync(ExportFormat.Csv, output, prices: null, CancellationToken.None);
        var lines = Encoding.UTF8.GetString(output.ToArray()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var names = lines[0].Split(',');
        var rows = lines
            .Skip(1)
            .Select(line => names.Zip(line.Split(',')).ToDictionary(StringComparer.Ordinal))
            .ToList();
        return (
            rows.ToLookup(row => row["entry"], row => Amount(row["amount"])),
            Amount(rows.Last(row => row["entry"] == "CLOSING")["balance"]),
            outcome.Difference
        );

        static decimal Amount(string text) => text.Length == 0 ? 0 : decimal.Parse(text, CultureInfo.InvariantCulture);
    }

    /// <summary>All rows of a table.</summary>
    public async Task<List<TRow>> RowsAsync<TRow>()
        where TRow : class
    {
        await using var context = Open();
        return await context.Set<TRow>().AsNoTracking().ToListAsync();
    }

    /// <summary>The current state.</summary>
    public async Task<List<TRow>> StateAsync<TRow>()
        where TRow : StateRow => [.. (await RowsAsync<TRow>()).Where(row => row.ToHeight is null)];

    /// <summary>The bridge transfers that began, deposits first: direction, amount, and how far each has come, from both networks' sides.</summary>
    public async Task<List<(string Direction, long Amount, string State)>> TransfersAsync() => [.. (
                await QueryAsync(
                    """
                    select concat_ws(' ', i.direction, i.amount, case
                      when f.message is not null then 'FINALIZED'
                      when w.proven_height is not null then 'PROVEN'
                      else 'INITIATED' end)
                    from bridge_transfer i
                    left join bridge_transfer f on f.side = 'FINALIZED' and f.to_height is null
                      and (f.direction, f.message, f.number) = (i.direction, i.message, i.number)
                    left join bridge_withdrawal w on w.withdrawal_hash = i.withdrawal_hash and w.to_height is null
                    where i.side = 'INITIATED' and i.to_height is null
                    order by i.direction, i.event_time
                    """
                )
            ).Select(line => line.Split(' ')).Select(parts => (parts[0], long.Parse(parts[1], CultureInfo.InvariantCulture), parts[2]))];

    /// <summary>Every row of every table as text, in order; without the steps that led there and the times of statuses.</summary>
    public async Task<List<string>> DumpAsync()
    {
        var tables = await QueryAsync(
            "select quote_ident(tablename) from pg_tables where schemaname = 'public' and tablename not in ('index_change', 'retracted_row')"
        );
        var selects = tables.Select(table =>
            $"select '{table} ' || (to_jsonb(t) - 'updated_at' - 'since' - 'next_try_at')::text collate \"C\" as line from {table} t"
        );
        return await QueryAsync(string.Join(" union all ", selects) + " order by line");
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    private Following Start(NetworkSettings network, bool untilHead) =>
        new(
            new EvmSource(
                network,
                AnvilNode.Client(network.Endpoints),
                network.Handlers ?? HandlerCatalog.Evm,
                new EvmOptions { ConsistencyDelay = TimeSpan.FromMilliseconds(2) }
            ),
            (source, progress, stop) =>
                new NetworkIngestion(
                    network,
                    source,
                    new EvmBlockHandler(network.Handlers ?? HandlerCatalog.Evm),
                    ingestion,
                    progress,
                    new TickingClock(),
                    NullLogger<NetworkIngestion>.Instance
                ).RunAsync(untilHead, stop)
        );

    private async Task<List<string>> QueryAsync(string sql)
    {
        await using var command = database.DataSource.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync())
        {
            lines.Add(reader.GetString(0));
        }

        return lines;
    }
}
