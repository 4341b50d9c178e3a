using System.Text;
using System.Text.Json;
using Indexer.GraphQL.Language;
using Indexer.TestKit;

namespace Indexer.GraphQL.Tests;

public sealed class GeneratedTextTests
{
    [Theory]
    [InlineData(1, 20_000)]
    public async Task Random_texts_parse_or_fail_as_they_do_in_graphql_js(int seed, int count)
    {
        var output = await NodePackages.RunAsync(
            "graphql/texts.mjs",
            JsonSerializer.Serialize(new { seed, count }),
            TestContext.Current.CancellationToken
        );
        var texts = JsonSerializer.Deserialize<List<JudgedText>>(output, JsonSerializerOptions.Web)!;

        var differences = texts.Select(Difference).OfType<string>().ToList();

        Assert.True(
            differences.Count == 0,
            $"{differences.Count} differ\n{string.Join('\n', differences.OrderBy(it => it.Length).Take(30))}"
        );
        Assert.InRange(texts.Count(it => it.Errors.Count == 0), count / 20, count * 19 / 20);
        Assert.InRange(texts.Count(it => it.Strings.Count > 0), count / 50, count);
    }

    private static string? Difference(JudgedText judged)
    {
        var text = new string(
            System.Runtime.InteropServices.MemoryMarshal.Cast<byte, char>(Convert.FromBase64String(judged.Text))
        );
        var expected = judged.Errors.Concat(judged.Strings.Select(Escape));
        return Verdict.Difference(Escape(text), expected, Answer(text));
    }

    /// <summary>The error, or the string literals of the arguments.</summary>
    private static IReadOnlyList<string> Answer(string text)
    {
        try
        {
            var document = Parser.Parse(text);
            return document.Definitions[^1] is TypeSystemNode
                ? Verdict.Of(TestSchema.Build(), text)
                : Verdict.Sorted(Arguments(document).Select(Escape));
        }
        catch (GraphQLSyntaxException problem)
        {
            // As it goes out in UTF-8, where a lone surrogate is U+FFFD.
            var message = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(problem.Message));
            return [$"{message} @ {problem.Location.Line}:{problem.Location.Column}"];
        }
    }

    private static IEnumerable<string> Arguments(DocumentNode document) =>
        document
            .Definitions.OfType<OperationNode>()
            .SelectMany(operation => operation.Selections.Selections.OfType<FieldNode>())
            .SelectMany(field => field.Arguments)
            .Select(argument => argument.Value)
            .OfType<StringNode>()
            .Select(node => node.Value);

    private static string Escape(string text)
    {
        var escaped = new StringBuilder();
        foreach (var letter in text)
        {
            escaped.Append(letter is >= ' ' and <= '~' ? letter.ToString() : $"\\u{(int)letter:X4}");
        }

        return escaped.ToString();
    }

    private sealed record JudgedText(string Text, IReadOnlyList<string> Errors, IReadOnlyList<string> Strings);
}
