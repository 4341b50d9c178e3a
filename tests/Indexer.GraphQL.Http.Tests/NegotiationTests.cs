using System.Net;
using System.Net.Http.Json;

namespace Indexer.GraphQL.Http.Tests;

public sealed class NegotiationTests(GraphQLServer server) : IClassFixture<GraphQLServer>
{
    private const string Json = "application/json";
    private const string Response = GraphQLServer.Response;
    private const string Urql =
        "application/graphql-response+json, application/graphql+json, application/json, text/event-stream, multipart/mixed";
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
    [InlineData(Urql, Response)]
    [InlineData("text/event-stream, application/json", Json)]
    [InlineData("text/event-stream, */*;q=0.1", Json)]
    public async Task The_client_gets_the_media_type_it_prefers(string? accept, string expected)
    {
        var answer = await server.PostAsync(Good, accept);

        Assert.Equal((HttpStatusCode.OK, $"{expected}; charset=utf-8"), (answer.Status, answer.ContentType));
        Assert.Equal("""{"data":{"book":{"number":1}}}""", answer.Text.Replace(" ", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Urql)]
    [InlineData("text/event-stream, application/json")]
    [InlineData("text/event-stream")]
    public async Task A_subscription_is_streamed_to_whoever_takes_events(string accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, server.Url);
        request.Headers.Add("Accept", accept);
        request.Content = JsonContent.Create(new { query = "subscription { bookAdded(op: \"never\") { op } }" });
        using var response = await server.Client.SendAsync(
            request,
            HttpCompletionOption.ResponseHeadersRead,
            TestContext.Current.CancellationToken
        );
        Assert.Equal(
            (HttpStatusCode.OK, "text/event-stream"),
            (response.StatusCode, response.Content.Headers.ContentType?.MediaType)
        );
    }

    [Fact]
    public async Task Whoever_takes_no_json_gets_the_answer_to_a_query_as_an_event()
    {
        var answer = await server.PostAsync(Good, "text/event-stream");
        Assert.StartsWith("event: next\ndata: {\"data\":{\"book\":", answer.Text, StringComparison.Ordinal);
        Assert.EndsWith("event: complete\ndata:\n\n", answer.Text, StringComparison.Ordinal);
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
