using System.Text.Json;
using Indexer.Api.Tests.Sample;

namespace Indexer.Api.Tests;

public sealed class AggregateTests(SampleIndex index)
{
    [Fact]
    public async Task Stake_events_are_added_up_by_day_and_kind()
    {
        var data = await index.AskAsync(
            """
            { stakeEvents { aggregate { count sum { amount shares } min { time } max { amount time } avg { shares } }
                groups(by: [{ field: TIME, interval: DAY }, { field: KIND }]) { key { time kind network } count sum { amount } } } }
            """
        );
        var aggregate = data.GetProperty("stakeEvents").GetProperty("aggregate");
        Assert.Equal(6, aggregate.GetProperty("count").GetInt32());
        Assert.Equal("2293", aggregate.GetProperty("sum").Text("amount"));
        Assert.Equal("1450", aggregate.GetProperty("sum").Text("shares"));
        Assert.Equal("241.666666666666666666", aggregate.GetProperty("avg").Text("shares"));
        Assert.Equal("1000", aggregate.GetProperty("max").Text("amount"));
        Assert.Equal("2025-01-01T00:02:12.000Z", aggregate.GetProperty("min").Text("time"));
        Assert.Equal("2025-01-01T00:20:36.000Z", aggregate.GetProperty("max").Text("time"));
        Assert.Equal(
            ["CONTRIBUTION 3 1800", "DEPOSIT 1 70", "UNLOCK_REQUESTED 1 20", "WITHDRAWAL 1 403"],
            data.GetProperty("stakeEvents").GetProperty("groups").EnumerateArray().Select(Shown)
        );

        static string Shown(JsonElement group)
        {
            var key = group.GetProperty("key");
            Assert.Equal("2025-01-01T00:00:00.000Z", key.Text("time"));
            Assert.Null(key.Text("network"));
            return $"{key.Text("kind")} {group.GetProperty("count")} {group.GetProperty("sum").Text("amount")}";
        }
    }

    [Fact]
    public async Task Values_of_positions_add_up_to_what_the_holders_have()
    {
        var data = await index.AskAsync(
            """
            { positions { aggregate { sum { value earned } } nodes { value earned } }
              groups: positions { groups(by: [{ field: ADDRESS }]) { key { address } sum { value } } nodes { address value } } }
            """
        );
        var positions = data.GetProperty("positions");
        var sum = positions.GetProperty("aggregate").GetProperty("sum");
        foreach (var field in new[] { "value", "earned" })
        {
            Assert.Equal(positions.Texts(field).Sum(Amount), Amount(sum.Text(field)));
        }

        var list = data.GetProperty("groups");
        var expected = list.GetProperty("nodes")
            .EnumerateArray()
            .GroupBy(it => it.Text("address"), it => Amount(it.Text("value")))
            .Select(group => (group.Key, group.Sum()));
        Assert.Equal(
            expected.Order(),
            list.GetProperty("groups")
                .EnumerateArray()
                .Select(it => (it.GetProperty("key").Text("address"), Amount(it.GetProperty("sum").Text("value"))))
                .Order()
        );
    }

    [Theory]
    [InlineData("positions", "POOL_TOTAL_VALUE", "pool { it: totalValue }")]
    [InlineData("positions", "POOL_CREATED_TIME", "pool { it: createdTime }")]
    public async Task Lists_are_ordered_and_paged_by_their_pool(string list, string field, string pool)
    {
        foreach (var direction in new[] { "ASC", "DESC" })
        {
            var ordered = $"orderBy: [{{ field: {field}, direction: {direction} }}]";
            var data = await index.AskAsync($"{{ {list}({ordered}, first: 100) {{ nodes {{ id {pool} }} }} }}");
            var keys = Nodes(data).Select(it => Key(it.GetProperty("pool").GetProperty("it"))).ToList();
            Assert.Equal(direction == "ASC" ? keys.Order() : keys.OrderDescending(), keys);

            var walked = new List<string?>();
            string? cursor = null;
            do
            {
                var page = await index.AskAsync(
                    $"query($c: String) {{ {list}({ordered}, first: 1, after: $c) {{ nodes {{ id }} pageInfo {{ endCursor }} }} }}",
                    new { c = cursor }
                );
                cursor = page.GetProperty(list).GetProperty("pageInfo").Text("endCursor");
                walked.AddRange(Nodes(page).Select(it => it.Text("id")));
            } while (cursor is not null);

            Assert.Equal(Nodes(data).Select(it => it.Text("id")), walked);
        }

        IEnumerable<JsonElement> Nodes(JsonElement data) =>
            data.GetProperty(list).GetProperty("nodes").EnumerateArray();
    }

    [Fact]
    public async Task A_filter_by_holder_keeps_what_the_holder_has()
    {
        var accounts = await index.AskAsync("{ accounts(first: 100) { nodes { address holder { address } } } }");
        foreach (var account in accounts.GetProperty("accounts").GetProperty("nodes").EnumerateArray())
        {
            var data = await index.AskAsync(
                """
                query($account: Address!, $holder: Address!) {
                  stakeEvents(where: { holder: { address: { eq: $holder } } }) { nodes { id } }
                  positions(where: { holder: { accounts: { some: { address: { eq: $account } } } } }, orderBy: { field: VALUE }) { nodes { id } }
                  holder(address: $account) { stakeEvents { nodes { id } } positions(orderBy: { field: VALUE }) { nodes { id } } }
                }
                """,
                new { account = account.Text("address"), holder = account.GetProperty("holder").Text("address") }
            );
            var holder = data.GetProperty("holder");
            Assert.Equal(holder.GetProperty("stakeEvents").Texts("id"), data.GetProperty("stakeEvents").Texts("id"));
            Assert.Equal(holder.GetProperty("positions").Texts("id"), data.GetProperty("positions").Texts("id"));
        }
    }

    private static decimal Amount(string? text) =>
        decimal.Parse(text!, System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Numbers by value, times as text; null last.</summary>
    private static (bool, decimal, string) Key(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Null => (true, 0, ""),
            JsonValueKind.Number => (false, value.GetDecimal(), ""),
            _ => decimal.TryParse(value.GetString(), System.Globalization.CultureInfo.InvariantCulture, out var number)
                ? (false, number, "")
                : (false, 0, value.GetString()!),
        };
}
