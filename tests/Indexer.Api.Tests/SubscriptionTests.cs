using System.Text.Json;
using Indexer.Api.Tests.Sample;
using Indexer.GraphQL;

namespace Indexer.Api.Tests;

/// <summary>Streams read from their beginning, so that what they tell can be compared with what was done.</summary>
public sealed class SubscriptionTests
{
    private const string StakeEvents = """
        subscription ($after: String, $where: StakeEventFilter, $send: [ChangeOp!]! = [ADDED, RETRACTED, FINALIZED], $networks: [String!]) {
          stakeEventAdded(after: $after, where: $where, send: $send, networks: $networks) {
            op cursor stakeEvent { network height index ordinal amount pool { poolId } } } }
        """;

    private const string Blocks = """
        subscription ($after: String) {
          blockIndexed(after: $after, send: [ADDED, RETRACTED, FINALIZED]) { op cursor network fromHeight toHeight hash block { height } } }
        """;

    [Fact]
    public async Task Every_row_is_told_as_it_was_also_when_a_reorganisation_took_it_back_since()
    {
        await using var index = await RevertedAsync();
        var messages = await Streams.ReadAsync(index, StakeEvents, 4, new { networks = new[] { "ethereum" } });

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
        var all = await Streams.ReadAsync(index, StakeEvents, 8);
        for (var from = 0; from < all.Count - 1; from++)
        {
            var rest = await Streams.ReadAsync(
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
        var ofPool = Assert.Single(
            await Streams.ReadAsync(index, StakeEvents, 1, new { where, send = new[] { "ADDED" } })
        );
        Assert.Equal("300", ofPool.GetProperty("stakeEvent").Text("amount"));
        var retracted = await Streams.ReadAsync(index, StakeEvents, 2, new { send = new[] { "RETRACTED" } });
        Assert.All(retracted, message => Assert.Equal("ethereum", message.GetProperty("stakeEvent").Text("network")));
    }

    [Fact]
    public async Task Blocks_are_told_as_ranges()
    {
        await using var index = await RevertedAsync();
        var messages = await Streams.ReadAsync(index, Blocks, 9);
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
        var fingerprint = Streams.Decode((await Streams.ReadAsync(index, Blocks, 1))[0].Text("cursor")!)[0];
        Assert.Equal(ErrorCodes.Input, await RefusalAsync(index, Streams.Cursor(fingerprint, "999")));
        Assert.Equal(ErrorCodes.Input, await RefusalAsync(index, Streams.Cursor(fingerprint, "x")));
        await using (
            var forget = index.Database.DataSource.CreateCommand("delete from index_change where sequence < 4")
        )
        {
            await forget.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal(ErrorCodes.CursorExpired, await RefusalAsync(index, Streams.Cursor(fingerprint, "2")));
    }

    private static async Task<string> RefusalAsync(SampleIndex index, string after) =>
        (await Assert.ThrowsAsync<GraphQLRequestException>(() => Streams.ReadAsync(index, Blocks, 1, new { after })))
            .Errors[0]
            .Code;

    /// <summary>The sample, whose Ethereum was reverted to block 100.</summary>
    private static async Task<SampleIndex> RevertedAsync()
    {
        var index = new SampleIndex();
        await index.InitializeAsync();
        await index.RevertAsync("ethereum", 100);
        return index;
    }

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
