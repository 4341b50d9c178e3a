using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using Indexer.Api.Tests.Sample;
using Indexer.Domain;
using Indexer.GraphQL;
using Indexer.GraphQL.Planning;
using Indexer.GraphQL.Types;
using Indexer.Storage;
using Microsoft.EntityFrameworkCore;

namespace Indexer.Api.Tests;

/// <summary>Streams read from their beginning, so that what they tell can be compared with what was done.</summary>
public sealed class SubscriptionTests
{
    private const string StakeEvents = """
        subscription ($after: String, $where: StakeEventFilter, $ops: [ChangeOp!], $networks: [String!]) {
          stakeEventAdded(after: $after, where: $where, ops: $ops, networks: $networks) {
            op cursor stakeEvent { network height index ordinal amount pool { poolId } } } }
        """;

    private const string Blocks = """
        subscription ($after: String) {
          blockIndexed(after: $after) { op cursor network fromHeight toHeight hash block { height } } }
        """;

    /// <summary>How long a message may be missing before that is a failure.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Every_row_is_told_as_it_was_also_when_a_reorganisation_took_it_back_since()
    {
        await using var index = await RevertedAsync();
        var messages = await ReadAsync(index, StakeEvents, 4, new { networks = new[] { "ethereum" } });

        var added = messages.Where(message => message.Text("op") == "ADDED").Select(Row).ToList();
        var retracted = messages.Where(message => message.Text("op") == "RETRACTED").Select(Row).ToList();
        Assert.Equal(await RowsAsync(index, "ethereum"), added.Except(retracted, StringComparer.Ordinal));
        Assert.NotEmpty(retracted);
        Assert.Subset(added.ToHashSet(StringComparer.Ordinal), retracted.ToHashSet(StringComparer.Ordinal));
        Assert.Equal(
            "ADDED ADDED RETRACTED RETRACTED",
            string.Join(' ', messages.Select(message => message.Text("op")))
        );
    }

    [Fact]
    public async Task A_stream_goes_on_after_any_of_its_cursors()
    {
        await using var index = await RevertedAsync();
        var all = await ReadAsync(index, StakeEvents, 8);
        for (var from = 0; from < all.Count - 1; from++)
        {
            var rest = await ReadAsync(
                index,
                StakeEvents,
                all.Count - from - 1,
                new { after = all[from].Text("cursor") }
            );
            Assert.Equal(
                all.Skip(from + 1).Select(message => message.GetRawText()),
                rest.Select(message => message.GetRawText())
            );
        }
    }

    [Fact]
    public async Task Arguments_narrow_what_is_told()
    {
        await using var index = await RevertedAsync();
        var where = new { pool = new { poolId = new { eq = "2" } } };
        var ofPool = Assert.Single(await ReadAsync(index, StakeEvents, 1, new { where, ops = new[] { "ADDED" } }));
        Assert.Equal("300", ofPool.GetProperty("stakeEvent").Text("amount"));
        var retracted = await ReadAsync(index, StakeEvents, 2, new { ops = new[] { "RETRACTED" } });
        Assert.All(retracted, message => Assert.Equal("ethereum", message.GetProperty("stakeEvent").Text("network")));
    }

    [Fact]
    public async Task Blocks_are_told_as_ranges()
    {
        await using var index = await RevertedAsync();
        var messages = await ReadAsync(index, Blocks, 9);
        var last = messages[^1];
        Assert.Equal(
            ("RETRACTED", "ethereum", 101, JsonValueKind.Null),
            (
                last.Text("op"),
                last.Text("network"),
                last.GetProperty("fromHeight").GetInt32(),
                last.GetProperty("block").ValueKind
            )
        );
        Assert.Equal(
            ["10", "11", "12", "13"],
            messages
                .Where(message => message.Text("network") == "phala")
                .Select(message => $"{message.GetProperty("block").GetProperty("height")}")
        );
    }

    [Fact]
    public async Task A_cursor_of_another_database_or_one_that_is_no_longer_kept_is_refused()
    {
        await using var index = await RevertedAsync();
        var fingerprint = Decode((await ReadAsync(index, Blocks, 1))[0].Text("cursor")!)[0];
        Assert.Equal(ErrorCodes.Input, await RefusalAsync(index, Cursor(fingerprint, "999")));
        Assert.Equal(ErrorCodes.Input, await RefusalAsync(index, Cursor(fingerprint, "x")));
        await using (
            var forget = index.Database.DataSource.CreateCommand("delete from index_change where sequence < 4")
        )
        {
            await forget.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal(ErrorCodes.CursorExpired, await RefusalAsync(index, Cursor(fingerprint, "2")));
    }

    private static async Task<string> RefusalAsync(SampleIndex index, string after) =>
        (await Assert.ThrowsAsync<GraphQLRequestException>(() => ReadAsync(index, Blocks, 1, new { after })))
            .Errors[0]
            .Code;

    /// <summary>The sample, whose Ethereum was reverted to block 100.</summary>
    private static async Task<SampleIndex> RevertedAsync()
    {
        var index = new SampleIndex();
        await index.InitializeAsync();
        var source = index.Database.DataSource;
        await using var context = new IndexerDbContext(
            new DbContextOptionsBuilder<IndexerDbContext>().UseNpgsql(source).Options
        );
        var cursor = await context.Set<Cursor>().SingleAsync(row => row.Network == "ethereum");
        await new LedgerWriter(source, context, AccountText.Format).RevertAsync(
            cursor,
            new BlockRef(100, Chain.HashOf(100)),
            TestContext.Current.CancellationToken
        );
        return index;
    }

    /// <summary>The first messages of a stream, from the beginning unless <c>after</c> is among the variables.</summary>
    private static async Task<List<JsonElement>> ReadAsync(
        SampleIndex index,
        string query,
        int count,
        object? variables = null
    )
    {
        var values = JsonSerializer.SerializeToNode(variables ?? new { })!.AsObject();
        if (!values.ContainsKey("after"))
        {
            values.Add("after", await BeginningAsync(index, query));
        }

        var request = new GraphQLRequest(query, Variables: JsonSerializer.SerializeToElement(values));
        var operation = index.Engine.Prepare(request, out var errors);
        Assert.True(operation is not null, string.Join('\n', errors.Select(error => error.Message)));
        var messages = new List<JsonElement>();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        var following = await index.Engine.SubscribeAsync(operation.Stream!, patience.Token);
        try
        {
            await foreach (var message in following)
            {
                messages.Add(JsonElement.Parse(message.Span).GetProperty("data").EnumerateObject().Single().Value);
                if (messages.Count == count)
                {
                    return messages;
                }
            }
        }
        catch (OperationCanceledException)
        {
            Assert.Fail($"Only {messages.Count} of {count} messages came:\n{string.Join('\n', messages)}");
        }

        return messages;
    }

    /// <summary>A cursor of a step before all others, which is put there for it.</summary>
    private static async Task<string> BeginningAsync(SampleIndex index, string query)
    {
        await using var command = index.Database.DataSource.CreateCommand(
            """
            insert into index_change (sequence, network, op, from_height, to_height) overriding system value
            values (0, 'none', 'ADDED', 0, 0) on conflict do nothing
            """
        );
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        var message = (ObjectType)
            index
                .Engine.Schema.Subscription!.Fields.First(field => query.Contains(field.Name, StringComparison.Ordinal))
                .Type.Named;
        return Cursor([Ordering.ByKey(message).Fingerprint, "0", .. message.Key.Skip(1).Select(_ => "0")]);
    }

    private static string Cursor(params string[] parts) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(parts)));

    private static string[] Decode(string cursor) =>
        JsonSerializer.Deserialize<string[]>(Base64Url.DecodeFromChars(cursor))!;

    private static string Row(JsonElement message)
    {
        var row = message.GetProperty("stakeEvent");
        return $"{row.GetProperty("height")}-{row.GetProperty("index")}-{row.GetProperty("ordinal")} {row.Text("amount")}";
    }

    private static async Task<IEnumerable<string>> RowsAsync(SampleIndex index, string network)
    {
        var rows = await index.AskAsync(
            "query ($network: String!) { stakeEvents(where: { network: { eq: $network } }) { nodes { height index ordinal amount } } }",
            new { network }
        );
        return rows.GetProperty("stakeEvents")
            .GetProperty("nodes")
            .EnumerateArray()
            .Select(row =>
                $"{row.GetProperty("height")}-{row.GetProperty("index")}-{row.GetProperty("ordinal")} {row.Text("amount")}"
            );
    }
}
