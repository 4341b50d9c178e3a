using System.Text.Json;
using System.Text.Json.Nodes;
using Indexer.Api.Tests.Sample;
using Indexer.GraphQL.Explorer;
using Indexer.TestKit;

namespace Indexer.Api.Tests;

public sealed class DocumentedQueryTests(GovernanceIndex index)
{
    public static TheoryData<string> Names => [.. DocumentedQueries.All.Select(query => query.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Each_is_answered_with_the_variables_that_the_database_gives_in_one_statement_per_root_field(
        string name
    )
    {
        var query = Find(name);

        var (response, statements) = await index.CountStatementsAsync(query.Query, await VariablesAsync(query));

        var answer = JsonElement.Parse(response);
        Assert.False(answer.TryGetProperty("errors", out var errors), errors.ToString());
        Assert.All(
            answer.GetProperty("data").EnumerateObject(),
            root => Assert.False(IsEmpty(root.Value), $"{root.Name} is empty: {root.Value}")
        );
        Assert.Equal(answer.GetProperty("data").EnumerateObject().Count(), statements);
    }

    [Fact]
    public async Task Their_rewards_claims_and_pages_are_not_empty()
    {
        Assert.Equal(4, await CountAsync("HolderStakeEvents", "holder", "stakeEvents"));
        Assert.Equal(10, await CountAsync("HolderActivity", "holder", "activity"));
        Assert.Equal(3, await CountAsync("HolderActivity", "holder", "links"));
        Assert.Equal(2, await CountAsync("PoolRewards", "rewards"));
        Assert.Equal(2, await CountAsync("LargestRewards", "rewards"));
        Assert.Equal(2, await CountAsync("ClaimsWithHolder", "claims"));
        Assert.Equal(6, await CountAsync("LatestStakeEvents", "stakeEvents"));
        Assert.Equal(2, await CountAsync("PoolAtHeight", "pool", "positions"));
        Assert.Equal(2, await CountAsync("ClosingSoon", "proposals"));
        Assert.Equal(1, await CountAsync("HolderVotes", "holder", "votes"));
    }

    [Fact]
    public async Task GraphQL_js_finds_nothing_wrong_with_them()
    {
        var cases = new List<object>();
        foreach (var query in DocumentedQueries.All)
        {
            cases.Add(new { query = query.Query, variables = await VariablesAsync(query) });
            cases.Add(new { query = query.VariablesQuery ?? "{ __typename }", variables = new { } });
        }

        var output = await NodePackages.RunAsync(
            "graphql/verdicts.mjs",
            JsonSerializer.Serialize(new { sdl = ProductSchema.Print(), cases }),
            TestContext.Current.CancellationToken
        );

        var verdicts = JsonElement.Parse(output).GetProperty("answers").Deserialize<string[][]>()!;
        Assert.Equal(DocumentedQueries.All.Count * 2, verdicts.Length);
        Assert.All(verdicts, Assert.Empty);
    }

    [Fact]
    public void Every_file_is_listed()
    {
        var files = typeof(DocumentedQueries)
            .Assembly.GetManifestResourceNames()
            .Where(file => !file.EndsWith(".variables.graphql", StringComparison.Ordinal))
            .Select(Path.GetFileNameWithoutExtension);
        Assert.Equal(files.Order(StringComparer.Ordinal), Names.Select(row => row.Data).Order(StringComparer.Ordinal));
        Assert.InRange(DocumentedQueries.All.Count, 10, int.MaxValue);
    }

    private static DocumentedQuery Find(string name) => DocumentedQueries.All.Single(query => query.Name == name);

    private static bool IsEmpty(JsonElement root) =>
        root.ValueKind == JsonValueKind.Null
        || (root.ValueKind == JsonValueKind.Array && root.GetArrayLength() == 0)
        || (
            root.ValueKind == JsonValueKind.Object
            && root.TryGetProperty("nodes", out var nodes)
            && nodes.GetArrayLength() == 0
        );

    private async Task<JsonObject> VariablesAsync(DocumentedQuery query) =>
        query.VariablesQuery is null ? [] : DocumentedQuery.Variables(await index.AskAsync(query.VariablesQuery));

    private async Task<int> CountAsync(string name, params string[] path)
    {
        var query = Find(name);
        var data = await index.AskAsync(query.Query, await VariablesAsync(query));
        return path.Aggregate(data, (value, field) => value.GetProperty(field)).GetProperty("nodes").GetArrayLength();
    }
}
