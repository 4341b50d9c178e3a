using System.Text;
using System.Text.Json;
using Indexer.TestKit;

namespace Indexer.GraphQL.Tests;

public sealed class GeneratedIntrospectionTests
{
    [Theory]
    [InlineData(false, 1, 300)]
    [InlineData(true, 2, 300)]
    public async Task Introspection_is_answered_as_graphql_js_answers_it(bool isProduct, int seed, int count)
    {
        var sdl = isProduct ? Corpus.ProductSdl : Corpus.Sdl;
        var cancellation = TestContext.Current.CancellationToken;
        var schema = await SdlSchema.ParseAsync(sdl);
        using var engine = TestSchema.Engine(schema, new GraphQLOptions { MaxFields = 100_000 });
        var types = schema.Types.Select(type => type.Name);
        var output = await NodePackages.RunAsync(
            "graphql/introspections.mjs",
            JsonSerializer.Serialize(
                new
                {
                    sdl,
                    seed,
                    count,
                    types,
                }
            ),
            cancellation
        );
        var queries = JsonSerializer.Deserialize<List<AnsweredQuery>>(output, JsonSerializerOptions.Web)!;

        var differences = new List<string>();
        foreach (var (query, variables, name, response) in queries)
        {
            var operation = engine.Prepare(new GraphQLRequest(query, name, variables), out var errors);
            Assert.True(operation is not null, $"{query}: {string.Join(' ', errors.Select(it => it.Message))}");
            using var answer = new MemoryStream();
            await engine.ExecuteAsync(operation, answer, cancellation);
            var actual = JsonSerializer.Serialize(JsonElement.Parse(Encoding.UTF8.GetString(answer.ToArray())));
            var expected = JsonSerializer.Serialize(response);
            if (actual != expected)
            {
                differences.Add($"{query} {variables}\n  js:   {expected}\n  ours: {actual}");
            }
        }

        Assert.True(differences.Count == 0, string.Join('\n', differences.OrderBy(it => it.Length).Take(5)));
    }

    private sealed record AnsweredQuery(
        string Query,
        JsonElement Variables,
        string? OperationName,
        JsonElement Response
    );
}
