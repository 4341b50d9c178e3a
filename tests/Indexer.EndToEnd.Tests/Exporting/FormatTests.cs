using System.Globalization;
using System.Numerics;
using System.Reflection;
using System.Text.Json;
using DuckDB.NET.Data;
using Indexer.EndToEnd.Tests.Kit;
using Indexer.Exports;

namespace Indexer.EndToEnd.Tests.Exporting;

/// <summary>What others read in the files, and that they are always the same.</summary>
public sealed class FormatTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<ExportKind> Kinds => new(Enum.GetValues<ExportKind>());

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Every_format_says_the_same_and_says_it_again(ExportKind kind)
    {
        var index = await IndexedWorlds.OfAsync(1);
        var holder = Claimant(index);
        var csv = await Exported.OfHolderAsync(index, kind, holder);
        Assert.True(csv.Outcome.Entries > 0);
        Assert.True(csv.Outcome.Difference.IsZero);
        Assert.Equal(csv.Text, (await Exported.OfHolderAsync(index, kind, holder)).Text);
        var columns = ExportTable.Columns(kind);
        Assert.Equal(columns.Select(column => column.Name), csv.Text[..csv.Text.IndexOf('\r')].Split(','));

        var lines = System.Text.Encoding.UTF8.GetString(await BytesAsync(index, kind, holder, ExportFormat.Jsonl));
        var objects = lines
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonElement.Parse(line))
            .ToList();
        Assert.Equal(csv.Rows.Count, objects.Count);
        foreach (var (row, read) in csv.Rows.Zip(objects).Where(_ => kind != ExportKind.Votes))
        {
            Assert.All(columns, column => Assert.Equal(row[column.Name], $"{read.GetProperty(column.Name)}"));
        }

        var parquet = await BytesAsync(index, kind, holder, ExportFormat.Parquet);
        Assert.Equal(parquet, await BytesAsync(index, kind, holder, ExportFormat.Parquet));
        var found = await DuckAsync(
            parquet,
            string.Join(", ", columns.Select(column => $"\"{column.Name}\"::varchar"))
        );
        Assert.Equal(csv.Rows.Count, found.Count);
        foreach (var (row, read) in csv.Rows.Zip(found).Where(_ => kind != ExportKind.Votes))
        {
            foreach (var (column, value) in columns.Zip(read))
            {
                AssertSame(column, row[column.Name], value);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task The_documented_columns_are_those_of_the_files(ExportKind kind)
    {
        var document = typeof(FormatTests)
            .Assembly.GetCustomAttributes(typeof(AssemblyMetadataAttribute), inherit: false)
            .Cast<AssemblyMetadataAttribute>()
            .Single(attribute => attribute.Key == "ExportsDocument")
            .Value!;
        var lines = await File.ReadAllLinesAsync(document, Cancellation);
        Assert.Equal(
            ExportTable.Columns(kind).Select(column => $"| `{column.Name}` | {column.Description} |"),
            lines
                .SkipWhile(line => line != $"### {kind.ToString().ToLowerInvariant()}")
                .Skip(4)
                .TakeWhile(line => line.StartsWith('|'))
        );
    }

    [Fact]
    public async Task Parquet_has_types_that_add_up()
    {
        var index = await IndexedWorlds.OfAsync(1);
        var holder = Claimant(index);
        var csv = await Exported.OfHolderAsync(index, ExportKind.Stake, holder);
        var parquet = await BytesAsync(index, ExportKind.Stake, holder, ExportFormat.Parquet);
        var sum = await DuckAsync(
            parquet,
            "sum(amount)::varchar, any_value(typeof(amount)), any_value(typeof(time)), any_value(typeof(height))"
        );
        Assert.Equal(csv.Closing - csv.Opening, Exported.Units(sum[0][0]));
        Assert.Equal(["DECIMAL(38,18)", "TIMESTAMP WITH TIME ZONE", "BIGINT"], sum[0][1..]);
    }

    [Fact]
    public async Task Statements_of_pools_and_networks_close_and_list_the_whole_ledger()
    {
        var index = await IndexedWorlds.OfAsync(1);
        foreach (var network in new[] { "khala", "phala", "ethereum", "phala-l2" })
        {
            foreach (var kind in new[] { ExportKind.Stake, ExportKind.Rewards })
            {
                var all = await OfNetworkAsync(kind, network);
                all.AssertCloses();
                var table = kind == ExportKind.Stake ? "stake_event" : "reward";
                var which =
                    kind == ExportKind.Stake ? "pool_id is not null" : "kind in ('STAKERS', 'COMMISSION', 'OWNER')";
                var count = await index.LinesAsync(
                    $"select count(*)::text from {table} where network = $1 and {which}",
                    network
                );
                Assert.Equal(
                    count[0],
                    all.Entries.Count(row => row["index"].Length > 0).ToString(CultureInfo.InvariantCulture)
                );
                var late = await OfNetworkAsync(kind, network, "2024-03-01");
                late.AssertCloses();
                Assert.Equal(all.Closing, late.Closing);
                foreach (
                    var pool in (
                        await index.LinesAsync("select id from pool where network = $1 order by id", network)
                    ).Take(4)
                )
                {
                    var one = await Exported.OfAsync(
                        index,
                        kind,
                        new WrittenExport(null, $"{network}/{pool}", null, "2024-03-01", null, Unfinalized: false)
                    );
                    one.AssertCloses();
                    Assert.All(one.Entries, row => Assert.Equal(pool, row["pool_id"]));
                }
            }
        }

        var vault = await OfNetworkAsync(ExportKind.Stake, "ethereum");
        Assert.Equal((BigInteger)index.World.Ethereum.Books.Vault!.CheckpointTotalAssets, vault.Closing);

        Task<Exported> OfNetworkAsync(ExportKind kind, string network, string? from = null) =>
            Exported.OfAsync(index, kind, new WrittenExport(null, null, network, from, null, Unfinalized: false));
    }

    [Fact]
    public async Task Rewards_of_a_holder_are_those_of_its_statement_day_by_day()
    {
        var index = await IndexedWorlds.OfAsync(1);
        foreach (var holder in index.World.Holders.Where(one => one.Receivers.Count > 0).Take(3))
        {
            var address = holder.Accounts[0].Hex;
            var rewards = await Exported.OfHolderAsync(index, ExportKind.Rewards, address);
            rewards.AssertCloses();
            var statement = await Exported.OfHolderAsync(index, ExportKind.Stake, address);
            Assert.Equal(
                statement.Sum(kind => kind == "REWARD"),
                rewards.Sum(kind => kind.StartsWith("REWARD", StringComparison.Ordinal))
            );
            Assert.All(
                rewards.Entries.Where(row => row["entry"] == "REWARD"),
                row => Assert.EndsWith("T00:00:00Z", row["time"], StringComparison.Ordinal)
            );
        }
    }

    [Fact]
    public async Task Prices_multiply_exactly()
    {
        var index = await IndexedWorlds.OfAsync(1);
        var holder = Claimant(index);
        var plain = await Exported.OfHolderAsync(index, ExportKind.Rewards, holder);
        var day = plain.Entries.First()["time"][..10];
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, $"date,price\n{day},0.123456789012345678\n", Cancellation);
            var priced = await Exported.OfAsync(
                index,
                ExportKind.Rewards,
                new WrittenExport(holder, null, null, null, null, Unfinalized: false),
                PriceList.Load(file)
            );
            foreach (var row in priced.Entries)
            {
                var isPriced = row["time"].StartsWith(day, StringComparison.Ordinal);
                Assert.Equal(isPriced ? "0.123456789012345678" : "", row["price"]);
                Assert.Equal(
                    isPriced ? Exported.Units(row["amount"]) * 123456789012345678 : BigInteger.Zero,
                    isPriced ? Scaled(row["price_value"], 36) : 0
                );
            }

            Assert.Contains(priced.Entries, row => row["price_value"].Length > 0);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData("day,price\n", "must begin with the line date,price")]
    [InlineData("date,price\n2024-01-01,1e3\n", "'2024-01-01,1e3' in line 2")]
    [InlineData("date,price\n2024-1-1,1\n", "'2024-1-1,1' in line 2")]
    [InlineData("date,price\n2024-01-01,1\n2024-01-01,2\n", "2024-01-01 twice")]
    public async Task A_wrong_price_file_is_refused_by_its_line(string content, string named)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, content, Cancellation);
            var problem = Assert.Throws<ExportException>(() => PriceList.Load(file));
            Assert.Contains(named, problem.Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static string Claimant(SimulatedIndex index) =>
        index
            .World.Holders.Where(holder => holder.Receivers.Count > 0)
            .MaxBy(holder => index.World.Ethereum.Books.Claims.Count(claim => holder.Accounts.Contains(claim.Account)))!
            .Accounts[0]
            .Hex;

    private static async Task<byte[]> BytesAsync(
        SimulatedIndex index,
        ExportKind kind,
        string holder,
        ExportFormat format
    )
    {
        await using var export = await new ExportSource(index.DataSource).OpenAsync(
            ExportRequest.Read(kind, new WrittenExport(holder, null, null, null, null, Unfinalized: false)),
            Cancellation
        );
        using var output = new MemoryStream();
        await export.WriteAsync(format, output, prices: null, Cancellation);
        return output.ToArray();
    }

    /// <summary>DuckDB is the reference that others can read our files.</summary>
    private static async Task<List<string[]>> DuckAsync(byte[] parquet, string select)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(file, parquet, Cancellation);
            await using var connection = new DuckDBConnection("DataSource=:memory:");
            await connection.OpenAsync(Cancellation);
            await using var command = connection.CreateCommand();
            command.CommandText = $"set timezone = 'UTC'; select {select} from read_parquet('{file}')";
            await using var reader = await command.ExecuteReaderAsync(Cancellation);
            var rows = new List<string[]>();
            while (await reader.ReadAsync(Cancellation))
            {
                rows.Add([
                    .. Enumerable
                        .Range(0, reader.FieldCount)
                        .Select(at => reader.IsDBNull(at) ? "" : reader.GetString(at)),
                ]);
            }

            return rows;
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static void AssertSame(ExportColumn column, string written, string read)
    {
        if (column.Type == ExportType.Amount && written.Length > 0)
        {
            Assert.Equal(Exported.Units(written), Exported.Units(read));
        }
        else if (column.Type == ExportType.Time && written.Length > 0)
        {
            Assert.Equal(Time(written), Time(read + ":00"));
        }
        else
        {
            Assert.Equal(written, read);
        }
    }

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private static BigInteger Scaled(string text, int digits)
    {
        var parts = text.Split('.');
        return BigInteger.Parse(
            parts[0] + (parts.Length > 1 ? parts[1] : "").PadRight(digits, '0'),
            NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture
        );
    }
}
