using System.Text.Json;
using Indexer.TestKit;

namespace Indexer.GraphQL.Tests;

public sealed class GeneratedRequestTests
{
    /// <summary>Values of the scalars that the specification does not know; here as there they take anything.</summary>
    private static readonly Dictionary<string, object[]> Scalars = new()
    {
        ["Address"] = ["0x6c5ba91642f10282b576d91922ae6448c9d52f4e"],
        ["BigInt"] = ["1", 5],
        ["Bytes"] = ["0x00"],
        ["DateTime"] = ["2025-01-31T12:00:00.000Z"],
        ["Hash"] = ["0x00"],
        ["Long"] = [1, "3"],
        ["Decimal"] = ["1.5", 1],
        ["U64F64"] = ["1.0000000000000000000542101086242752217003726400434970855712890625", 2],
        ["PHA"] = ["1.5", 1],
        ["Ratio"] = ["0.25", 1],
    };

    [Theory]
    [InlineData(1, 1_000, 3_000)]
    public async Task Verdicts_on_generated_and_spoiled_requests_are_those_of_graphql_js(
        int seed,
        int valid,
        int mutated
    )
    {
        var output = await NodePackages.RunAsync(
            "graphql/requests.mjs",
            JsonSerializer.Serialize(
                new
                {
                    sdl = Corpus.ProductSdl,
                    seed,
                    valid,
                    mutated,
                    scalars = Scalars,
                }
            ),
            TestContext.Current.CancellationToken
        );
        var requests = JsonSerializer.Deserialize<List<JudgedRequest>>(output, JsonSerializerOptions.Web)!;
        var schema = await SdlSchema.ParseAsync(Corpus.ProductSdl);

        var differences = requests
            .Select(it =>
                Verdict.Difference(
                    $"{it.Query} {it.Variables}",
                    it.Errors,
                    Verdict.Of(schema, it.Query, it.Variables, it.OperationName)
                )
            )
            .OfType<string>()
            .ToList();

        Assert.True(
            differences.Count == 0,
            $"{differences.Count} differ\n{string.Join('\n', differences.OrderBy(it => it.Length).Take(20))}"
        );
        Assert.All(requests.Take(valid), request => Assert.Empty(request.Errors));
        Assert.True(requests.Skip(valid).Count(request => request.Errors.Count > 0) > mutated / 2);
    }

    private sealed record JudgedRequest(
        string Query,
        JsonElement? Variables,
        string? OperationName,
        IReadOnlyList<string> Errors
    );
}
