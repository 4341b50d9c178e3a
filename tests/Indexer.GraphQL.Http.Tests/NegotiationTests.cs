using System.Net;

namespace Indexer.GraphQL.Http.Tests;

public sealed class NegotiationTests(GraphQLServer server) : IClassFixture<GraphQLServer>
{
    private const string Json = "application/json";
    private const string Response = GraphQLServer.Response;
    private static readonly object Good = new { query = "{ book(number: 1) { number } }" };
    private static readonly object Bad = new { query = "{ nothing }" };

    [Theory]
    [InlineData(null, Json)]
    [InlineData("", Json)]
    [InlineData("*/*", Json)]
    [InlineData("application/*", Json)]
    [InlineData("application/json", Json)]
    [InlineData("Application/JSON; charset=utf-8", Json)]
    [InlineData("application/json, multipart/mixed", Json)]
    [InlineData("application/graphql-response+json", Response)]
    [InlineData("application/graphql-response+json, application/json", Response)]
    [InlineData("application/json, application/graphql-response+json", Json)]
    [InlineData("application/graphql-response+json,application/json;q=0.9", Response)]
    [InlineData("application/json;q=0.9,application/graphql-response+json", Response)]
    [InlineData("application/graphql-response+json;q=0.5, */*;q=0.1", Response)]
    [InlineData("*/*, application/graphql-response+json", Response)]
    [InlineData("application/json;q=0, */*", Response)]
    [InlineData("application/json;q=0.2, */*", Response)]
    [InlineData("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", Json)]
    public async Task The_client_gets_the_media_type_it_prefers(string? accept, string expected)
    {
        var answer = await server.PostAsync(Good, accept);

        Assert.Equal((HttpStatusCode.OK, $"{expected}; charset=utf-8"), (answer.Status, answer.ContentType));
        Assert.Equal("""{"data":{"book":{"number":1}}}""", answer.Text.Replace(" ", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("application/xml, text/*")]
    [InlineData("application/json;q=0")]
    [InlineData("*/*;q=0")]
    [InlineData("application/json;q=0, application/graphql-response+json;q=0, */*")]
    [InlineData("json")]
    public async Task A_client_that_accepts_nothing_there_is_gets_406(string accept)
    {
        var answer = await server.PostAsync(Good, accept);
        Assert.Equal(HttpStatusCode.NotAcceptable, answer.Status);
        Assert.Equal($"{Response}; charset=utf-8", answer.ContentType);
        Assert.Equal("Accept application/graphql-response+json or application/json.", answer.Message);
    }

    [Theory]
    [InlineData("{ nothing }")]
    [InlineData("{")]
    [InlineData("")]
    [InlineData("mutation { x }")]
    [InlineData("query A { __typename } query B { __typename }")]
    [InlineData("query($n: Int!) { book(number: $n) { number } }")]
    [InlineData("{ books(first: 5000) { totalCount } }")]
    public async Task A_refused_query_is_400_in_its_own_media_type_and_200_in_plain_json(string query)
    {
        var modern = await server.PostAsync(new { query }, Response);
        var legacy = await server.PostAsync(new { query }, Json);

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.OK), (modern.Status, legacy.Status));
        Assert.Equal(modern.Text, legacy.Text);
        Assert.False(modern.Json.TryGetProperty("data", out _));
    }

    [Fact]
    public async Task A_field_that_fails_leaves_the_status_200()
    {
        var answer = await server.PostAsync(new { query = "{ broken { name } }" }, Response);
        Assert.Equal((HttpStatusCode.OK, ErrorCodes.Internal), (answer.Status, answer.Code));
        Assert.DoesNotContain("secret_function", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refusals_have_the_media_type_too()
    {
        var answer = await server.PostAsync(Bad, Response);
        Assert.Equal($"{Response}; charset=utf-8", answer.ContentType);
        Assert.Equal("Cannot query field \"nothing\" on type \"Query\".", answer.Message);
    }
}
