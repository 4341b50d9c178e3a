using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Indexer.GraphQL.Http.Tests;

/// <summary>Several requests in one body.</summary>
public sealed class BatchTests(GraphQLServer server) : IClassFixture<GraphQLServer>
{
    private static readonly object Book = new
    {
        query = "query($n: Long!) { book(number: $n) { number } }",
        variables = new { n = 2 },
    };

    [Theory]
    [InlineData(null, "application/json")]
    [InlineData(GraphQLServer.Response, GraphQLServer.Response)]
    public async Task Each_has_its_answer_in_its_place(string? accept, string mediaType)
    {
        var answer = await server.PostAsync(
            new object[]
            {
                new { query = "{ __typename }" },
                Book,
                new { query = "{ nothing }" },
                new { nothing = 1 },
                new[] { Book },
                new { query = "subscription { bookAdded { op } }" },
                new { query = "{ book(number: 1) { number } broken { name } }" },
                new { query = "{ book(number: 3) { number } }" },
            },
            accept
        );

        Assert.Equal((HttpStatusCode.OK, $"{mediaType}; charset=utf-8"), (answer.Status, answer.ContentType));
        var answers = answer.Json.EnumerateArray().ToList();
        Assert.Equal(8, answers.Count);
        Assert.Equal("Query", answers[0].GetProperty("data").GetProperty("__typename").GetString());
        Assert.Equal(2, Number(answers[1]));
        Assert.Equal(
            [ErrorCodes.Validation, ErrorCodes.Request, ErrorCodes.Request, ErrorCodes.Request],
            answers.GetRange(2, 4).Select(Code)
        );
        Assert.Equal((ErrorCodes.Internal, 1), (Code(answers[6]), Number(answers[6])));
        Assert.Equal(3, Number(answers[7]));
    }

    [Theory]
    [InlineData(0, ErrorCodes.Request)]
    [InlineData(11, ErrorCodes.Limit)]
    public async Task None_and_more_than_the_limit_are_refused(int count, string code)
    {
        var answer = await server.PostAsync(Enumerable.Repeat(Book, count).ToArray());
        Assert.Equal((HttpStatusCode.BadRequest, code), (answer.Status, answer.Code));
        Assert.Equal($"The body has {count} requests; from 1 to 10 are allowed.", answer.Message);
    }

    [Fact]
    public async Task They_count_as_many()
    {
        await using var own = await EngineServer.StartAsync(
            server.DataSource.ConnectionString,
            new ServerOptions
            {
                Time = new StoppedClock(),
                Http = new GraphQLHttpOptions
                {
                    RateLimits = new RateLimits { RefusalDelay = TimeSpan.Zero, Anonymous = new RequestRate(60, 5) },
                },
            }
        );
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(own, 4)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(own, 1)).StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await SendAsync(own, 1)).StatusCode);
    }

    [Fact]
    public async Task An_event_stream_has_one_request()
    {
        var answer = await server.PostAsync(new[] { Book }, "text/event-stream");
        Assert.Contains("Several requests are answered as an array", answer.Text, StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> SendAsync(EngineServer own, int count) =>
        own.Client.PostAsync(
            "/graphql",
            JsonContent.Create(Enumerable.Repeat(Book, count)),
            TestContext.Current.CancellationToken
        );

    private static int Number(JsonElement answer) =>
        answer.GetProperty("data").GetProperty("book").GetProperty("number").GetInt32();

    private static string? Code(JsonElement answer) =>
        answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString();
}
