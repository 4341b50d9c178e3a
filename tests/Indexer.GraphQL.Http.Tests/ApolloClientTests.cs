using System.Text.Json;
using Indexer.TestKit;

namespace Indexer.GraphQL.Http.Tests;

/// <summary>Automatic persisted queries as Apollo Client itself speaks them.</summary>
public sealed class ApolloClientTests(GraphQLServer server) : IClassFixture<GraphQLServer>
{
    [Theory]
    [InlineData(false, "POST")]
    [InlineData(true, "GET")]
    public async Task It_registers_a_query_once_and_then_sends_its_hash_alone(bool useGet, string hashes)
    {
        var (data, sent) = await QueryAsync(server.Url, useGet);
        Assert.Equal([3, 3, 3], data);
        Assert.Equal([$"{hashes} hash", "POST text", $"{hashes} hash", $"{hashes} hash"], sent);
    }

    [Fact]
    public async Task It_sends_the_text_where_they_are_turned_off()
    {
        await using var own = await EngineServer.StartAsync(
            server.DataSource.ConnectionString,
            new ServerOptions { Engine = new GraphQLOptions { PersistedQueries = false } }
        );
        var (data, sent) = await QueryAsync(new Uri(own.Client.BaseAddress!, "/graphql"), useGet: false);
        Assert.Equal([3, 3, 3], data);
        Assert.Equal(["POST hash", "POST text", "POST text", "POST text"], sent);
    }

    private static async Task<(List<int> Data, List<string> Sent)> QueryAsync(Uri url, bool useGet)
    {
        var output = await NodePackages.RunAsync(
            "apollo-client.mjs",
            JsonSerializer.Serialize(
                new
                {
                    url,
                    query = $"query By{(useGet ? "Get" : "Post")} {{ book(number: 3) {{ number }} }}",
                    useGet,
                }
            ),
            TestContext.Current.CancellationToken
        );
        var result = JsonDocument.Parse(output).RootElement;
        return (
            [
                .. result
                    .GetProperty("data")
                    .EnumerateArray()
                    .Select(item => item.GetProperty("book").GetProperty("number").GetInt32()),
            ],
            [
                .. result
                    .GetProperty("sent")
                    .EnumerateArray()
                    .Select(item =>
                        $"{item.GetProperty("method")} {(item.GetProperty("hasQuery").GetBoolean() ? "text" : "hash")}"
                    ),
            ]
        );
    }
}
