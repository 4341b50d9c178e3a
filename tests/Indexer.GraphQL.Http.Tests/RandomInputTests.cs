using System.Net;
using System.Text;
using System.Text.Json;

namespace Indexer.GraphQL.Http.Tests;

public sealed class RandomInputTests(GraphQLServer server) : IClassFixture<GraphQLServer>
{
    private const int Rounds = 10_000;
    private const string Valid =
        "query Q($w: BookFilter, $n: Int = 3) { books(where: $w, first: $n, orderBy: [{ field: TITLE, direction: DESC }]) { totalCount ...P nodes { title price genre author { name books(last: 2) { nodes { pages } } } } } } fragment P on BookConnection { pageInfo { endCursor hasNextPage } }";
    private const string Alphabet = "{}()[]:$@!|&=.\"\\#,0123456789abcn_\n \0é";

    [Fact]
    public async Task Random_bytes_are_refused()
    {
        await EachAsync(async random =>
        {
            var body = new byte[random.Next(200)];
            random.NextBytes(body);
            var answer = await server.PostAsync(body, GraphQLServer.Response);
            Assert.Equal((HttpStatusCode.BadRequest, ErrorCodes.Request), (answer.Status, answer.Code));
        });
    }

    [Fact]
    public async Task Mutated_queries_are_answered_or_refused()
    {
        var answered = 0;
        await EachAsync(async random =>
        {
            var query = Mutate(random, Valid, random.Next(1, 5));
            var answer = await server.PostAsync(new { query }, GraphQLServer.Response);
            answer.AssertIsGraphQL();
            if (answer.Status == HttpStatusCode.OK)
            {
                Interlocked.Increment(ref answered);
            }
        });
        Assert.InRange(answered, 1, Rounds - 1);
    }

    [Fact]
    public async Task Mutated_bodies_are_answered_or_refused()
    {
        var valid = JsonSerializer.Serialize(
            new
            {
                query = Valid,
                variables = new
                {
                    w = new { title = new { contains = "é\u0001" }, or = new[] { new { pages = new { gt = 1 } } } },
                    n = 2,
                },
            }
        );
        await EachAsync(async random =>
        {
            var answer = await server.PostAsync(Encoding.UTF8.GetBytes(Mutate(random, valid, random.Next(1, 4))));
            answer.AssertIsGraphQL();
        });
    }

    [Fact]
    public async Task Names_of_operations_are_answered_or_refused()
    {
        string[] queries =
        [
            "{ __typename }",
            "query A { __typename }",
            "query A { __typename } query B { __typename }",
            "query A { __typename } mutation B { x }",
            "query A { __typename } subscription B { x }",
            "fragment F on Query { __typename }",
        ];
        object?[] names =
        [
            null,
            "",
            "A",
            "B",
            "a",
            "A ",
            "F",
            "{",
            "\0",
            "é",
            new string('A', 10_000),
            1,
            true,
            new[] { "A" },
        ];
        foreach (var query in queries)
        {
            foreach (var operationName in names)
            {
                var answer = await server.PostAsync(new { query, operationName }, GraphQLServer.Response);
                answer.AssertIsGraphQL();
                Assert.InRange(answer.Text.Length, 1, 4_096);
            }
        }

        await AssertUnharmedAsync();
    }

    /// <summary>Many requests at once, each with chance of its own that does not depend on their order.</summary>
    private async Task EachAsync(Func<Random, Task> act)
    {
        await Parallel.ForEachAsync(
            Enumerable.Range(0, Rounds),
            new ParallelOptions
            {
                MaxDegreeOfParallelism = 8,
                CancellationToken = TestContext.Current.CancellationToken,
            },
            async (seed, _) => await act(new Random(seed))
        );
        await AssertUnharmedAsync();
    }

    private async Task AssertUnharmedAsync()
    {
        await server.AssertAliveAsync();
        Assert.Empty(server.Log.Errors);
    }

    private static string Mutate(Random random, string text, int edits)
    {
        for (var edit = 0; edit < edits; edit++)
        {
            var at = random.Next(text.Length);
            var removed = Math.Min(random.Next(4), text.Length - at);
            var added = random.Next(3) == 0 ? "" : Alphabet[random.Next(Alphabet.Length)].ToString();
            text = string.Concat(text.AsSpan(0, at), added, text.AsSpan(at + removed));
        }

        return text;
    }
}
