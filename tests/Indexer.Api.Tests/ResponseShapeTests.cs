using System.Text.Json;
using Indexer.Api.Tests.Sample;
using Indexer.GraphQL;
using Indexer.TestKit;

namespace Indexer.Api.Tests;

public sealed class ResponseShapeTests(GovernanceIndex index)
{
    private static readonly string[] Networks = ["phala", "ethereum", "khala", "phala-l2"];

    private static readonly string[] Senseless = ["\"by\"", "There is no network", "Argument \"asOf\""];

    /// <summary>How values of the product's scalars look, as their descriptions promise.</summary>
    private static readonly Dictionary<string, Format> Formats = new()
    {
        ["Address"] = new("^(0x[0-9a-fA-F]{40}|[1-9A-HJ-NP-Za-km-z]{46,49})$"),
        ["BigInt"] = new(@"^-?\d+$"),
        ["Bytes"] = new("^0x([0-9a-f]{2})*$"),
        ["DateTime"] = new(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.(\d{3}|\d{6})Z$"),
        ["Decimal"] = new(@"^-?\d+(\.\d{0,17}[1-9])?$"),
        ["Hash"] = new("^0x[0-9a-f]{64}$"),
        ["Long"] = new(@"^-?\d+$", "number"),
        ["PHA"] = new(@"^-?\d+(\.\d{0,17}[1-9])?$"),
        ["Ratio"] = new(@"^-?\d+(\.\d{0,17}[1-9])?$"),
    };

    private int senseless;

    [Theory]
    [InlineData(1, "first", "last", 300)]
    [InlineData(2, "last", "first", 300)]
    public async Task Answers_have_exactly_the_selected_keys_and_the_types_of_the_schema(
        int seed,
        string page,
        string other,
        int count
    )
    {
        var requests = await GenerateAsync(seed, page, other, count);

        var answers = new List<Answer>();
        foreach (var request in requests)
        {
            if (await AnswerAsync(request) is { } answer)
            {
                answers.Add(answer);
            }
        }

        var problems = await NodePackages.RunAsync(
            "graphql/responses.mjs",
            JsonSerializer.Serialize(
                new
                {
                    sdl = ProductSchema.Print(),
                    formats = Formats,
                    answers,
                },
                JsonSerializerOptions.Web
            ),
            TestContext.Current.CancellationToken
        );
        var found = JsonSerializer.Deserialize<List<string>>(problems)!;
        Assert.True(found.Count == 0, string.Join('\n', found.OrderBy(it => it.Length).Take(10)));
        Assert.InRange(answers.Count + senseless, count * 9 / 10, count);
        Assert.InRange(answers.Count, count / 2, count);
        Assert.True(answers.Count(answer => answer.Data.GetRawText().Length > 200) > answers.Count / 3);
    }

    private async Task<IReadOnlyList<Request>> GenerateAsync(int seed, string page, string other, int count)
    {
        var ids = await IdsAsync();
        var addresses = (await index.AskAsync("{ accounts { nodes { address } } }"))
            .GetProperty("accounts")
            .Texts("address");
        var arguments = new Dictionary<string, object?>
        {
            [page] = new[] { 1, 2, 3 },
            [other] = null,
            ["after"] = null,
            ["before"] = null,
            ["name"] = Networks,
            ["network"] = Networks,
        };
        var input = new
        {
            sdl = ProductSchema.Print(),
            seed,
            valid = count,
            mutated = 0,
            meta = 0,
            arguments,
            scalars = new Dictionary<string, object>
            {
                ["Address"] = addresses,
                ["BigInt"] = new object[] { "1", 0 },
                ["Bytes"] = new[] { "0x", "0x00ff" },
                ["DateTime"] = new[] { "2025-01-01T00:00:30Z", "2025-01-01T02:02:24+02:00" },
                ["Decimal"] = new object[] { "500", 12, "0.25" },
                ["Hash"] = new[] { "0x" + new string('0', 64) },
                ["ID"] = ids,
                ["Long"] = new object[] { 11, 12, "100" },
                ["PHA"] = new object[] { "1000", 300, "0.5" },
                ["Ratio"] = new object[] { "0.12", 0 },
                ["String"] = new[]
                {
                    "1",
                    "phala",
                    "khala",
                    "ethereum",
                    "phala-l2",
                    Story.VaultId,
                    GovernanceStory.Referendum,
                },
            },
        };
        var output = await NodePackages.RunAsync(
            "graphql/requests.mjs",
            JsonSerializer.Serialize(input),
            TestContext.Current.CancellationToken
        );
        return JsonSerializer.Deserialize<List<Request>>(output, JsonSerializerOptions.Web)!;
    }

    private async Task<IEnumerable<string?>> IdsAsync()
    {
        var data = await index.AskAsync(
            "{ accounts { nodes { id } } pools { nodes { id } } positions { nodes { id } } networks { nodes { id } } stakeEvents { nodes { id } } rewards { nodes { id } } claims { nodes { id } } proposals { nodes { id } } votes { nodes { id } } reconciliations { nodes { id } } }"
        );
        return data.EnumerateObject().SelectMany(field => field.Value.Texts("id").Take(4));
    }

    /// <summary>The answer; null when a limit or a value of the request is refused.</summary>
    private async Task<Answer?> AnswerAsync(Request request)
    {
        var text = await index.SendAsync(new GraphQLRequest(request.Query, request.OperationName, request.Variables));
        using var response = JsonDocument.Parse(text, new JsonDocumentOptions { AllowDuplicateProperties = false });
        if (response.RootElement.TryGetProperty("errors", out var errors))
        {
            var code = errors[0].GetProperty("extensions").GetProperty("code").GetString();
            Assert.True(code is ErrorCodes.Limit or ErrorCodes.Input, $"{request.Query} {request.Variables}: {errors}");
            // Random groupings are often empty, or name a field twice; random texts name no network, random heights no block.
            var message = errors[0].GetProperty("message").GetString()!;
            senseless += Senseless.Any(sign => message.Contains(sign, StringComparison.Ordinal)) ? 1 : 0;
            return null;
        }

        return new Answer(
            request.Query,
            request.Variables,
            request.OperationName,
            response.RootElement.GetProperty("data").Clone()
        );
    }

    private sealed record Format(string Pattern, string Type = "string");

    private sealed record Request(string Query, JsonElement Variables, string? OperationName);

    private sealed record Answer(string Query, JsonElement Variables, string? OperationName, JsonElement Data);
}
