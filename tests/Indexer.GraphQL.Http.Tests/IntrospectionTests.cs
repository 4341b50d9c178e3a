using System.Net;

namespace Indexer.GraphQL.Http.Tests;

public sealed class IntrospectionTests(GraphQLServer server) : IClassFixture<GraphQLServer>
{
    [Theory]
    [InlineData("{ __schema { queryType { name } } }", "__schema")]
    [InlineData("{ a: __type(name: \"Book\") { name } }", "__type")]
    [InlineData(
        "query { ...F } fragment F on Query { book(number: 1) { title } __schema { description } }",
        "__schema"
    )]
    public async Task It_can_be_turned_off(string query, string field)
    {
        await using var own = await EngineServer.StartAsync(
            server.DataSource.ConnectionString,
            new ServerOptions { Engine = new GraphQLOptions { Introspection = false } }
        );
        var answer = await own.PostAsync(query);
        Assert.Equal(
            (
                HttpStatusCode.OK,
                ErrorCodes.Validation,
                $"GraphQL introspection has been disabled, but the requested query contained the field \"{field}\"."
            ),
            (answer.Status, answer.Code, answer.Message)
        );
        Assert.False(answer.Json.TryGetProperty("data", out _));
        Assert.Equal(
            """{"data":{"__typename":"Query","book":{"__typename":"Book"}}}""",
            (await own.PostAsync("{ __typename book(number: 1) { __typename } }")).Text.Replace(
                " ",
                "",
                StringComparison.Ordinal
            )
        );
        Assert.True((await server.PostAsync(new { query })).Json.TryGetProperty("data", out _));
    }
}
