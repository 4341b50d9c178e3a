using System.Text.Json;
using Indexer.GraphQL.Validation;
using Indexer.GraphQL.Validation.Rules;
using Indexer.TestKit;

namespace Indexer.GraphQL.Tests;

public sealed class OracleTests
{
    [Fact]
    public async Task Verdicts_messages_and_places_are_those_of_graphql_js()
    {
        var cases = Corpus
            .Names.SelectMany(name => Corpus.Valid(name).Concat(Corpus.Invalid(name)))
            .Concat(SyntaxCases.All)
            .Select(query => new Case(query))
            .Concat(VariableCases.All.Select(it => new Case(it.Query, JsonDocument.Parse(it.Variables).RootElement)))
            .ToList();
        var schema = await SdlSchema.ParseAsync(Corpus.Sdl);

        var (_, answers) = await AskAsync(cases);

        var differences = cases
            .Zip(
                answers,
                (it, expected) =>
                    Verdict.Difference(
                        $"{it.Query} {it.Variables}",
                        expected,
                        Verdict.Of(schema, it.Query, it.Variables)
                    )
            )
            .OfType<string>()
            .ToList();
        Assert.True(differences.Count == 0, string.Join('\n', differences));
    }

    [Fact]
    public async Task Every_rule_of_graphql_js_is_ours_and_has_documents_that_it_alone_refuses()
    {
        var ours = typeof(ValidationRule)
            .Assembly.GetTypes()
            .Where(type => type.Namespace == typeof(ValidationRules).Namespace + ".Rules" && !type.IsNested)
            .Where(type => type.IsSubclassOf(typeof(ValidationRule)) && type != typeof(NoSchemaIntrospection))
            .Select(type => type.Name)
            .ToList();
        var wrong = ours.SelectMany(rule => Corpus.Invalid(rule).Select(query => new Case(query, Rule: rule))).ToList();
        var right = Corpus.Names.SelectMany(Corpus.Valid).Select(query => new Case(query)).ToList();

        var (rules, answers) = await AskAsync([.. wrong, .. right]);

        Assert.Equal(rules.Order(StringComparer.Ordinal), ours.Order(StringComparer.Ordinal));
        Assert.All(ours, rule => Assert.InRange(Corpus.Invalid(rule).Count, 3, int.MaxValue));
        Assert.All(ours, rule => Assert.NotEmpty(Corpus.Valid(rule)));
        Assert.All(wrong.Zip(answers), it => Assert.True(it.Second.Length > 0, $"{it.First.Rule}: {it.First.Query}"));
        Assert.All(
            right.Zip(answers.Skip(wrong.Count)),
            it => Assert.True(it.Second.Length == 0, $"{it.First.Query}: {string.Join(' ', it.Second)}")
        );
    }

    [Fact]
    public async Task The_printed_schema_is_what_graphql_js_prints_and_what_introspection_tells()
    {
        var schema = TestSchema.Build();
        var cancellation = TestContext.Current.CancellationToken;
        var query = await NodePackages.RunAsync("graphql/schema.mjs", "{\"query\": true}", cancellation);
        var introspection = await TestSchema.AskAsync(schema, query);
        var sdl = SchemaPrinter.Print(schema);
        var output = await NodePackages.RunAsync(
            "graphql/schema.mjs",
            JsonSerializer.Serialize(new { sdl, introspection = introspection.GetProperty("data") }),
            cancellation
        );
        var printed = JsonDocument.Parse(output).RootElement;

        Assert.Equal(printed.GetProperty("sdl").GetString()!.TrimEnd(), sdl.TrimEnd());
        Assert.Equal(printed.GetProperty("sorted").GetString(), printed.GetProperty("client").GetString());
    }

    private static async Task<Answer> AskAsync(IReadOnlyList<Case> cases)
    {
        var input = JsonSerializer.Serialize(new { sdl = Corpus.Sdl, cases }, JsonSerializerOptions.Web);
        var output = await NodePackages.RunAsync("graphql/verdicts.mjs", input, TestContext.Current.CancellationToken);
        return JsonSerializer.Deserialize<Answer>(output, JsonSerializerOptions.Web)!;
    }

    private sealed record Case(string Query, JsonElement? Variables = null, string? Rule = null);

    private sealed record Answer(IReadOnlyList<string> Rules, IReadOnlyList<string[]> Answers);
}
