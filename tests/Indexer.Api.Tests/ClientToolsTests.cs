using System.Reflection;
using System.Text.Json;
using Indexer.Api.Tests.Sample;
using Indexer.TestKit;

namespace Indexer.Api.Tests;

public sealed class ClientToolsTests(SampleIndex index)
{
    private static readonly string Examples = Path.Combine(
        Path.GetDirectoryName(
            typeof(ClientToolsTests)
                .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
                .Single(attribute => attribute.Key == "SchemaFile")
                .Value!
        )!,
        "src",
        "Indexer.Api",
        "Examples"
    );

    [Fact]
    public async Task Codegen_relay_compiler_and_TypeScript_accept_the_schema()
    {
        var scalars = new Dictionary<string, string>
        {
            ["Address"] = "string",
            ["BigInt"] = "string",
            ["Bytes"] = "string",
            ["DateTime"] = "string",
            ["Decimal"] = "string",
            ["Hash"] = "string",
            ["Long"] = "number",
            ["PHA"] = "string",
            ["Ratio"] = "string",
            ["U64F64"] = "string",
        };
        var documents = Directory.Exists(Examples)
            ? Directory
                .EnumerateFiles(Examples, "*.graphql")
                .Where(file => !file.EndsWith(".variables.graphql", StringComparison.Ordinal))
                .Select(file => new { name = Path.GetFileNameWithoutExtension(file), text = File.ReadAllText(file) })
                .ToList()
            : [];
        var input = new
        {
            sdl = ProductSchema.Print(),
            scalars,
            documents,
        };

        var output = await NodePackages.RunAsync(
            "clients.mjs",
            JsonSerializer.Serialize(input),
            TestContext.Current.CancellationToken,
            folder: "tools"
        );

        var result = JsonElement.Parse(output);
        Assert.Empty(result.GetProperty("problems").EnumerateArray().Select(it => it.GetString()));
        Assert.Contains("graphql.ts", Names(result, "codegen"));
        Assert.Contains("PoolListPaginationQuery.graphql.ts", Names(result, "relay"));
        Assert.Contains("PoolRefetchQuery.graphql.ts", Names(result, "relay"));
    }

    [Fact]
    public async Task A_client_rebuilds_the_schema_file_from_introspection()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var query = await NodePackages.RunAsync("graphql/schema.mjs", "{\"query\": true}", cancellation);
        var introspection = await index.AskAsync(query);
        // What tools load before anything else. It was 863,000 when every list had every aggregate, before the move, the bridge, the life of a holder,
        // contracts by configuration and the first stake pools came in. 62,000 more are lists of workers, of the NFTs and queues of pools, and of
        // wrapped PHA, each with its filters and orders, and the parameters of rewards. 13,000 more are identities of accounts and their
        // history, and 3,000 the room of pools, the move of pools and initial states.
        Assert.InRange(introspection.GetRawText().Length, 1, 952_000);
        var sdl = ProductSchema.Print();

        var output = await NodePackages.RunAsync(
            "graphql/schema.mjs",
            JsonSerializer.Serialize(new { sdl, introspection }),
            cancellation
        );

        var printed = JsonElement.Parse(output);
        Assert.Equal(printed.GetProperty("sdl").GetString(), sdl.TrimEnd());
        Assert.Equal(printed.GetProperty("sorted").GetString(), printed.GetProperty("client").GetString());
    }

    private static IEnumerable<string?> Names(JsonElement result, string tool) =>
        result.GetProperty(tool).EnumerateArray().Select(it => it.GetString());
}
