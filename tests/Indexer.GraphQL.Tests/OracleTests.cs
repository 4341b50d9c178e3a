using System.Text.Json;
using Indexer.GraphQL.Execution;
using Indexer.GraphQL.Inputs;
using Indexer.GraphQL.Language;
using Indexer.GraphQL.Types;
using Indexer.GraphQL.Validation;
using Indexer.TestKit;

namespace Indexer.GraphQL.Tests;

public sealed class OracleTests
{
    [Fact]
    public async Task Verdicts_messages_and_places_are_those_of_graphql_js()
    {
        var cases = Corpus
            .Documents.Select(query => (Query: query, Variables: (JsonElement?)null))
            .Concat(
                Corpus.WithVariables.Select(it =>
                    (it.Query, Variables: (JsonElement?)JsonDocument.Parse(it.Variables).RootElement)
                )
            )
            .ToList();
        var input = JsonSerializer.Serialize(
            new { sdl = Corpus.Sdl, cases = cases.Select(it => new { query = it.Query, variables = it.Variables }) }
        );
        var output = await NodePackages.RunAsync("graphql-verdicts.js", input, TestContext.Current.CancellationToken);
        var expected = JsonSerializer.Deserialize<string[][]>(output)!;
        var schema = SdlSchema.Parse(Corpus.Sdl);
        var differences = new List<string>();
        for (var index = 0; index < cases.Count; index++)
        {
            var actual = Verdict(schema, cases[index].Query, cases[index].Variables);
            if (!actual.Order(StringComparer.Ordinal).SequenceEqual(expected[index].Order(StringComparer.Ordinal)))
            {
                differences.Add(
                    $"{cases[index].Query}\n  js:   {string.Join("\n        ", expected[index])}\n  ours: {string.Join("\n        ", actual)}"
                );
            }
        }

        Assert.True(differences.Count == 0, string.Join("\n", differences));
        Assert.True(expected.Count(it => it.Length > 0) > 100 && expected.Count(it => it.Length == 0) > 10);
    }

    [Fact]
    public async Task The_printed_schema_is_what_graphql_js_prints_and_what_introspection_tells()
    {
        var schema = TestSchema.Build();
        var cancellation = TestContext.Current.CancellationToken;
        var query = await NodePackages.RunAsync("graphql-schema.js", "{\"query\": true}", cancellation);
        var introspection = await TestSchema.AskAsync(schema, query);
        var sdl = SchemaPrinter.Print(schema);
        var output = await NodePackages.RunAsync(
            "graphql-schema.js",
            JsonSerializer.Serialize(new { sdl, introspection = introspection.GetProperty("data") }),
            cancellation
        );
        var printed = JsonDocument.Parse(output).RootElement;

        Assert.Equal(printed.GetProperty("sdl").GetString()!.TrimEnd(), sdl.TrimEnd());
        Assert.Equal(printed.GetProperty("sorted").GetString(), printed.GetProperty("client").GetString());
    }

    private static List<string> Verdict(Schema schema, string query, JsonElement? variables)
    {
        try
        {
            var document = Parser.Parse(query);
            var errors = DocumentValidator.Validate(schema, document);
            if (errors.Count == 0 && variables is { } values)
            {
                VariableCoercion.Coerce(schema, OperationSelection.Select(document, null), values);
            }

            return [.. errors.Select(Show)];
        }
        catch (GraphQLSyntaxException problem)
        {
            return [$"{problem.Message} @ {problem.Location.Line}:{problem.Location.Column}"];
        }
        catch (GraphQLRequestException refusal)
        {
            return [.. refusal.Errors.Select(Show)];
        }
    }

    private static string Show(GraphQLError error) =>
        $"{error.Message} @ {string.Join(' ', error.Locations.Select(at => $"{at.Line}:{at.Column}"))}";
}
