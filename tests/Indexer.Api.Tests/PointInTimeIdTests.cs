using System.Text.Json;
using Indexer.Addresses;
using Indexer.Api.Tests.Sample;

namespace Indexer.Api.Tests;

/// <summary>Caches tell objects apart by id: what is read as of a point in time must not share the id of what it is now.</summary>
public sealed class PointInTimeIdTests(SampleIndex index)
{
    private const string Pool =
        "id totalValue positions(orderBy: [{ field: SHARES, direction: DESC }]) { nodes { id value holder { id stakedValue } stakeEvents { nodes { id pool { id totalValue } } } } }";

    [Theory]
    [InlineData("height: 12")]
    [InlineData("timestamp: \"2025-01-01T00:02:24Z\"")]
    [InlineData("finalized: true")]
    public async Task Every_object_below_a_point_in_time_has_an_id_of_its_own(string point)
    {
        var data = await index.AskAsync(
            $$"""
            { now: pool(network: "phala", id: "1") { {{Pool}} }
              then: pool(network: "phala", id: "1", asOf: { {{point}} }) { {{Pool}} } }
            """
        );
        var now = Ids(data.GetProperty("now")).ToList();
        var then = Ids(data.GetProperty("then")).ToList();
        Assert.NotEmpty(then);
        Assert.Empty(now.Intersect(then, StringComparer.Ordinal));
        Assert.Equal("1107", data.GetProperty("now").Text("totalValue"));
        Assert.Equal("1510", data.GetProperty("then").Text("totalValue"));
    }

    [Theory]
    [InlineData("height: 12", "1510")]
    [InlineData("height: 11", "1500")]
    [InlineData("timestamp: \"2025-01-01T00:02:23.999Z\"", "1500")]
    [InlineData("timestamp: \"2025-01-01T00:02:24.000001Z\"", "1510")]
    [InlineData("finalized: true", "1510")]
    [InlineData("finalized: false", "1107")]
    public async Task An_object_is_found_again_as_it_was(string point, string totalValue)
    {
        var then = (
            await index.AskAsync($$"""{ pool(network: "phala", id: "1", asOf: { {{point}} }) { {{Pool}} } }""")
        ).GetProperty("pool");
        Assert.Equal(totalValue, then.Text("totalValue"));
        var again = await index.AskAsync(
            $$"""query ($id: ID!) { node(id: $id) { ... on Pool { {{Pool}} } } }""",
            new { id = then.Text("id") }
        );
        Assert.Equal(then.GetRawText(), again.GetProperty("node").GetRawText());
        var literal = await index.AskAsync($$"""{ node(id: "{{then.Text("id")}}") { ... on Pool { {{Pool}} } } }""");
        Assert.Equal(then.GetRawText(), literal.GetProperty("node").GetRawText());
    }

    [Fact]
    public async Task A_point_that_is_as_last_indexed_has_the_ids_of_now()
    {
        var data = await index.AskAsync(
            """
            { now: pool(network: "phala", id: "1") { id } then: pool(network: "phala", id: "1", asOf: { finalized: false }) { id } }
            """
        );
        Assert.Equal(data.GetProperty("now").Text("id"), data.GetProperty("then").Text("id"));
    }

    [Fact]
    public async Task Many_objects_are_found_at_once_in_the_order_of_their_ids()
    {
        var data = await index.AskAsync(
            """
            query ($ann: Address!) {
              pools(first: 2, orderBy: [{ field: TOTAL_VALUE, direction: DESC }]) { nodes { id } }
              then: pool(network: "phala", id: "1", asOf: { height: 11 }) { id }
              earlier: pool(network: "phala", id: "1", asOf: { height: 12 }) { id }
              holder(address: $ann) { id }
              past: holder(address: $ann, asOf: { height: 11 }) { id }
            }
            """,
            new { ann = Ss58.Encode(People.Ann) }
        );
        var pools = data.GetProperty("pools").Texts("id").ToList();
        string?[] ids =
        [
            data.GetProperty("past").Text("id"),
            pools[1],
            "nonsense",
            data.GetProperty("then").Text("id"),
            pools[0],
            data.GetProperty("holder").Text("id"),
            data.GetProperty("earlier").Text("id"),
            pools[0],
        ];
        var found = await index.AskAsync(
            "query ($ids: [ID!]!) { nodes(ids: $ids) { id __typename ... on Pool { totalValue } ... on Holder { stakedValue } } }",
            new { ids }
        );
        Assert.Equal(
            [
                "Holder 1000",
                "Pool 300",
                "",
                "Pool 1500",
                "Pool 1107",
                "Holder 653.818181818181818181",
                "Pool 1510",
                "Pool 1107",
            ],
            found.GetProperty("nodes").EnumerateArray().Select(Shown)
        );
        Assert.Equal(
            ids.Select(id => id == "nonsense" ? null : id),
            found
                .GetProperty("nodes")
                .EnumerateArray()
                .Select(node => node.ValueKind == JsonValueKind.Null ? null : node.Text("id"))
        );
    }

    [Theory]
    [InlineData("[\"Pool\",\"phala\",\"1\",\"@weather\",\"fine\"]")]
    [InlineData("[\"Pool\",\"phala\"]")]
    [InlineData("[\"Pool\",\"phala\",\"1\",\"@height\"]")]
    [InlineData("[\"Weather\",\"phala\",\"1\"]")]
    public async Task What_names_no_object_finds_none(string content)
    {
        var id = System.Buffers.Text.Base64Url.EncodeToString(System.Text.Encoding.UTF8.GetBytes(content));
        var data = await index.AskAsync(
            "query ($id: ID!, $ids: [ID!]!) { node(id: $id) { id } nodes(ids: $ids) { id } }",
            new { id, ids = new[] { id } }
        );
        Assert.Equal(JsonValueKind.Null, data.GetProperty("node").ValueKind);
        Assert.Equal("[null]", data.GetProperty("nodes").GetRawText());
    }

    [Fact]
    public async Task More_ids_than_are_allowed_are_refused_with_the_figure()
    {
        var response = await index.SendAsync(
            "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }",
            new { ids = Enumerable.Repeat("x", 101) }
        );
        Assert.Contains("100", response, StringComparison.Ordinal);
        Assert.Contains("\"errors\"", response, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Ids(JsonElement element) =>
        element.Objects().Select(item => item.Id!).Append(element.Text("id")!);

    private static string Shown(JsonElement node) =>
        node.ValueKind == JsonValueKind.Null ? ""
        : node.Text("__typename") == "Pool" ? $"Pool {node.Text("totalValue")}"
        : $"Holder {node.Text("stakedValue")}";
}
