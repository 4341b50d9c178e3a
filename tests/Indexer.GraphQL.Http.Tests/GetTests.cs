using System.Net;

namespace Indexer.GraphQL.Http.Tests;

public sealed class GetTests(GraphQLServer server) : IClassFixture<GraphQLServer>
{
    private static readonly string Book = Uri.EscapeDataString("query A($n: Long = 1) { book(number: $n) { number } }");

    [Theory]
    [InlineData("", 1)]
    [InlineData("&variables=", 1)]
    [InlineData("&variables=null", 1)]
    [InlineData("&variables={}", 1)]
    [InlineData("&variables=%7B%22n%22%3A4%7D&extensions=%7B%22a%22%3A1%7D", 4)]
    [InlineData("&operationName=", 1)]
    [InlineData("&operationName=A", 1)]
    [InlineData("&unknown=1&unknown=2", 1)]
    public async Task A_query_can_be_a_parameter(string more, int expected)
    {
        var answer = await server.GetAsync($"query={Book}{more}");
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(expected, answer.Json.GetProperty("data").GetProperty("book").GetProperty("number").GetInt32());
    }

    [Theory]
    [InlineData("", "The parameter \"query\" is missing.")]
    [InlineData("query=", "The parameter \"query\" is missing.")]
    [InlineData("extensions={}", "The parameter \"query\" is missing.")]
    [InlineData("query={a}&query={b}", "The parameter \"query\" is given more than once.")]
    [InlineData("query={a}&QUERY={b}", "The parameter \"query\" is given more than once.")]
    [InlineData("query={a}&variables=[]", "\"variables\" must be a JSON object.")]
    [InlineData("query={a}&variables=1", "\"variables\" must be a JSON object.")]
    [InlineData("query={a}&variables={", "\"variables\" is not valid JSON of at most 64 levels.")]
    [InlineData("query={a}&variables={%22a%22:%22%5Cud800%22}", "\"variables\" is not valid Unicode text.")]
    [InlineData("query={a}&extensions=1", "\"extensions\" must be a JSON object.")]
    public async Task A_malformed_parameter_is_400(string parameters, string message)
    {
        foreach (var accept in new[] { "application/json", GraphQLServer.Response })
        {
            var answer = await server.GetAsync(parameters, accept);
            Assert.Equal((HttpStatusCode.BadRequest, ErrorCodes.Request), (answer.Status, answer.Code));
            Assert.Equal(message, answer.Message);
        }
    }

    [Theory]
    [InlineData("mutation", 400)]
    [InlineData("subscription", 400)]
    public async Task Only_queries_can_be_asked(string operation, int expected)
    {
        var answer = await server.GetAsync($"query={operation}{{__typename}}", GraphQLServer.Response);
        Assert.Equal(expected, (int)answer.Status);
        Assert.False(answer.Json.TryGetProperty("data", out _));
    }

    [Fact]
    public async Task Escapes_that_are_no_utf8_are_an_ordinary_error()
    {
        var answer = await server.GetAsync("query=%7B%ff%fe%7D", GraphQLServer.Response);
        Assert.Equal((HttpStatusCode.BadRequest, ErrorCodes.Syntax), (answer.Status, answer.Code));
    }
}
