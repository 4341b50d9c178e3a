using System.Text.Json;
using Indexer.TestKit;

namespace Indexer.GraphQL.Http.Tests;

public sealed class AuditTests(GraphQLServer server) : IClassFixture<GraphQLServer>
{
    [Fact]
    public async Task The_audits_of_graphql_http_pass()
    {
        var output = await NodePackages.RunAsync(
            "graphql-http-audit.mjs",
            JsonSerializer.Serialize(new { url = server.Url }),
            TestContext.Current.CancellationToken
        );
        var audits = JsonDocument.Parse(output).RootElement.EnumerateArray().ToList();

        Assert.True(audits.Count > 50, $"There were only {audits.Count} audits.");
        Assert.All(audits, audit => Assert.True(audit.GetProperty("status").GetString() == "ok", audit.ToString()));
    }
}
