using System.Net;
using System.Text;
using System.Text.Json;
using Indexer.GraphQL.Execution;
using Indexer.GraphQL.Postgres.Tests;
using Microsoft.Extensions.Logging.Abstractions;

namespace Indexer.GraphQL.Http.Tests;

public sealed class HostileInputTests(GraphQLServer server) : IClassFixture<GraphQLServer>
{
    private const string Valid =
        "query Q($w: BookFilter, $n: Int = 3) { books(where: $w, first: $n, orderBy: [{ field: TITLE, direction: DESC }]) { totalCount ...P nodes { title price genre author { name books(last: 2) { nodes { pages } } } } } } fragment P on BookConnection { pageInfo { endCursor hasNextPage } }";

    [Fact]
    public async Task Filters_with_a_wrong_value_are_refused()
    {
        string[] values =
        [
            "1",
            "-1.5e308",
            "1e999",
            "\"x\"",
            "true",
            "[[[]]]",
            "{\"and\":[{\"or\":[{\"not\":1}]}]}",
            "{\"title\":{\"eq\":[1]}}",
            "{\"price\":{\"eq\":\"1e5\"}}",
            "{\"price\":{\"in\":[\"" + new string('9', 2000) + "\"]}}",
            "{\"published\":{\"gt\":\"32 May\"}}",
            "{\"published\":{\"gt\":\"12:00\"}}",
            "{\"published\":{\"gt\":\"2025-02-30T00:00:00Z\"}}",
            "{\"genre\":{\"in\":[\"x\"]}}",
            "{\"author\":{\"address\":{\"eq\":\"0x1\"}}}",
            "{\"title\":{\"contains\":\"a\\u0000b\"}}",
            "{\"title\":{\"in\":[\"\\u0000\"]}}",
            string.Concat(Enumerable.Repeat("{\"not\":", 60)) + "1" + new string('}', 60),
        ];
        foreach (var value in values)
        {
            var body = $"{{\"query\":{JsonSerializer.Serialize(Valid)},\"variables\":{{\"w\":{value}}}}}";
            var answer = await server.PostAsync(Encoding.UTF8.GetBytes(body), GraphQLServer.Response);
            answer.AssertIsGraphQL();
            Assert.True(answer.Status == HttpStatusCode.BadRequest, $"{value}: {answer.Text}");
            Assert.Equal(ErrorCodes.Input, answer.Code);
        }
    }

    [Theory]
    [InlineData("{ books(where: { title: { eq: \"\\u0000\" } }) { totalCount } }")]
    [InlineData("{ books(where: { title: { in: [\"a\", \"\\u{0}\"] } }) { totalCount } }")]
    [InlineData("{ books(where: { title: { startsWith: \"\\u0000\" } }) { totalCount } }")]
    [InlineData("{ authorAt(address: \"\\u0000\") { name } }")]
    [InlineData("{ node(id: \"\\u0000\") { id } }")]
    [InlineData("{ books(after: \"\\u0000\") { totalCount } }")]
    [InlineData("{ books(after: \"WyIAIl0\") { totalCount } }")]
    [InlineData("{ books(after: \"WyJcdTAwMDAiXQ\") { totalCount } }")]
    [InlineData("{ authors(where: { address: { eq: \"\\u0000\" } }) { totalCount } }")]
    [InlineData("{ books(where: { published: { eq: \"\\u0000\" } }) { totalCount } }")]
    public async Task The_character_zero_is_bad_input(string query)
    {
        var answer = await server.PostAsync(new { query }, GraphQLServer.Response);
        answer.AssertIsGraphQL();
        Assert.NotEqual(ErrorCodes.Internal, answer.Json.TryGetProperty("errors", out _) ? answer.Code : null);
        if (!query.Contains("node", StringComparison.Ordinal))
        {
            Assert.Contains(answer.Code, new[] { ErrorCodes.Input, ErrorCodes.Validation });
        }
    }

    public static TheoryData<string> Heavy() =>
        [
            "{ books { nodes { " + Repeat("author { books { nodes { ", 3_000),
            Repeat("{", 200_000),
            "{ books(where: " + Repeat("{ not: ", 20_000),
            "{ books { nodes { " + Repeat("title ", 30_000) + "} } }",
            "{ books { nodes { " + Repeat("title ", 14_000) + "} } }",
            "{ " + Aliases(1_000, "books { totalCount }") + "}",
            "{ books { " + Aliases(4_000, "totalCount") + "} }",
            "{ books { nodes { author { ...A } } } } fragment A on Author { books { nodes { author { ...A } } } }",
            "{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }",
            "query(" + Repeat("$a: Int, ", 5_000) + ") { __typename }",
            "query " + new string('x', 120_000) + "(" + Definitions(400) + ") { __typename }",
            "{ " + new string('y', 250_000) + " }",
            "{ books(where: { title: { eq: \"" + new string('z', 200_000) + "\" } }) { totalCount } }",
            "{ books(where: { number: { eq: " + new string('9', 200_000) + " } }) { totalCount } }",
            "{ " + Repeat("@a", 100_000) + " }",
            "#" + new string('c', 250_000),
            Conflicts(300, 350),
            Conflicts(45, 2_500),
            "{ books { nodes { " + Repeat("...F ", 7_000) + "} } } fragment F on Book { title }",
            Chain(3_000),
            "{ books(where: { and: " + Repeat("[", 100_000),
            "{ books(where: " + Repeat("{ not: ", 100) + "{}" + Repeat("}", 100) + ") { totalCount } }",
            "query ($a: " + Repeat("[", 100_000),
            "query ($a: " + Repeat("[", 150) + "Int" + Repeat("]", 150) + ") { __typename }",
            "{ books { nodes { " + Repeat("author { books { nodes { ", 33) + "title" + Repeat(" } } }", 33) + " } } }",
            "{ books { nodes { " + Repeat("... { ", 190) + "title" + Repeat(" }", 190) + " } } }",
            "{ books { totalCount " + Repeat("@include(if: true) ", 1_000) + "} }",
            "{ books { totalCount " + Repeat("@skip ", 3_000) + "} }",
            Doubling(12, "...F{0} ...F{0}"),
            Doubling(
                12,
                "a: author {{ books {{ nodes {{ ...F{0} }} }} }} b: author {{ books {{ nodes {{ ...F{0} }} }} }}"
            ),
            Doubling(
                40,
                "author {{ books {{ nodes {{ ...F{0} }} }} }} author {{ books {{ nodes {{ title ...F{0} }} }} }}"
            ),
            Nested(12),
            "{ " + Repeat("books(first: 1) { nodes { title } } ", 1_200) + "}",
            "{ "
                + string.Concat(Enumerable.Range(0, 1_200).Select(i => $"x: books(first: {i}) {{ totalCount }} "))
                + "}",
            "{ books(where: { or: [" + Repeat("{ title: { eq: \"x\" } } ", 1_500) + "] }) { totalCount } }",
            "{ books(first: 1e999999, where: { price: { gt: \"" + new string('9', 5_000) + "\" } }) { totalCount } }",
            "{ \ud83d\udc22 }",
            "{ a\u0301 \u202e b }",
            "{ books(where: { title: { eq: \"\\u{10FFFF}\\uD83D\\uDC22\ud83d\udc22\u202e\" } }) { totalCount } }",
        ];

    [Theory]
    [MemberData(nameof(Heavy), DisableDiscoveryEnumeration = true)]
    public async Task A_heavy_query_is_answered_small_and_in_bounded_time_and_memory(string query)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30), TimeProvider.System);
        var answer = await server.PostAsync(new { query }, GraphQLServer.Response).WaitAsync(limit.Token);

        answer.AssertIsGraphQL();
        Assert.InRange(answer.Text.Length, 1, 512 * 1024);
        Assert.InRange(BytesToPrepare(query), 1, 64L * 1024 * 1024);
        await server.AssertAliveAsync();
    }

    [Fact]
    public async Task A_query_of_a_megabyte_is_413()
    {
        var answer = await server.PostAsync(new { query = new string('{', 1 << 20) });
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.Status);
        await server.AssertAliveAsync();
    }

    [Fact]
    public async Task Many_wrong_variable_fields_get_a_short_answer()
    {
        var fields = Enumerable.Range(0, 10_000).ToDictionary(i => $"wrong{i}", i => (object)i);
        var answer = await server.PostAsync(
            new { query = Valid, variables = new { w = fields } },
            GraphQLServer.Response
        );
        Assert.Equal((HttpStatusCode.BadRequest, ErrorCodes.Input), (answer.Status, answer.Code));
        Assert.InRange(answer.Text.Length, 1, 200_000);
    }

    /// <summary>What preparing takes, which is one thread's work; other tests run beside this one.</summary>
    private long BytesToPrepare(string query)
    {
        using var engine = new GraphQLEngine(
            LibrarySchema.Build(),
            server.DataSource,
            new GraphQLOptions(),
            TimeProvider.System,
            NullLogger<GraphQLEngine>.Instance
        );
        var before = GC.GetAllocatedBytesForCurrentThread();
        engine.Prepare(new GraphQLRequest(query, null, default), out _);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static string Repeat(string piece, int times) => string.Concat(Enumerable.Repeat(piece, times));

    internal static string Aliases(int count, string field) =>
        string.Concat(Enumerable.Range(0, count).Select(i => $"a{i}: {field} "));

    private static string Definitions(int count) =>
        string.Concat(Enumerable.Range(0, count).Select(i => $"$v{i}: Int "));

    /// <summary>Fields of one key and different long names, so that each conflicts with each other one.</summary>
    private static string Conflicts(int count, int length)
    {
        var fields = string.Concat(Enumerable.Range(0, count).Select(i => $"k:{new string('n', length)}{i} "));
        return $"{{ books {{ nodes {{ {fields} }} }} books {{ nodes {{ {fields} }} }} }}";
    }

    /// <summary>Fragments that each hold a body with the next one in it; spread out they double at every step.</summary>
    private static string Doubling(int steps, string body) =>
        "{ books { nodes { ...F0 } } } "
        + string.Concat(
            Enumerable
                .Range(0, steps)
                .Select(i =>
                    $"fragment F{i} on Book {{ {string.Format(System.Globalization.CultureInfo.InvariantCulture, body, i + 1)} }} "
                )
        )
        + $"fragment F{steps} on Book {{ title }}";

    /// <summary>Equal fields inside equal fields: every pair of them overlaps at every level.</summary>
    private static string Nested(int levels) =>
        levels == 0 ? "{ books { totalCount } }" : $"{{ books {{ nodes {{ author {Twice(levels)} }} }} }}";

    private static string Twice(int levels) =>
        levels == 0
            ? "{ name }"
            : $"{{ books {{ nodes {{ author {Twice(levels - 1)} author {Twice(levels - 1)} }} }} }}";

    private static string Chain(int length) =>
        "{ books { nodes { ...F0 } } } "
        + string.Concat(Enumerable.Range(0, length).Select(i => $"fragment F{i} on Book {{ ...F{i + 1} }} "))
        + $"fragment F{length} on Book {{ title }}";
}
