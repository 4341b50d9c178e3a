using System.Reflection;
using System.Text.Json;
using Indexer.Api;
using Indexer.TestKit;

namespace Indexer.Explorer.Tests;

public sealed class ModuleTests
{
    [Fact]
    public async Task The_lexer_and_the_layout_agree_with_graphql_js()
    {
        var directory = typeof(ModuleTests)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(attribute => attribute.Key == "PageDirectory")
            .Value;
        var documents = DocumentedQueries.All.Select(query => query.Query);

        var output = await NodePackages.RunAsync(
            "explorer-modules.mjs",
            JsonSerializer.Serialize(new { directory, documents }),
            TestContext.Current.CancellationToken
        );

        var report = JsonElement.Parse(output);
        Assert.Empty(report.GetProperty("failures").EnumerateArray().Select(failure => failure.ToString()));
        Assert.InRange(report.GetProperty("documents").GetInt32(), 3000, int.MaxValue);
    }
}
