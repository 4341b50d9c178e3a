using System.Text.Json;
using Indexer.GraphQL.Execution;
using Indexer.GraphQL.Inputs;
using Indexer.GraphQL.Language;
using Indexer.GraphQL.Types;
using Indexer.GraphQL.Validation;

namespace Indexer.GraphQL.Tests;

/// <summary>What is said of a request before execution, in the words of the oracle scripts.</summary>
internal static class Verdict
{
    /// <summary>Messages with places, in alphabetical order; none for a good request.</summary>
    public static IReadOnlyList<string> Of(
        Schema schema,
        string query,
        JsonElement? variables = null,
        string? operationName = null
    )
    {
        var work = new PreparationWork(new GraphQLOptions().MaxPreparationSteps);
        try
        {
            var document = Parser.Parse(query);
            var errors = DocumentValidator.Validate(schema, document, work);
            if (errors.Count == 0 && variables is { } values)
            {
                VariableCoercion.Coerce(schema, OperationSelection.Select(document, operationName), values, work);
            }

            return Sorted(errors.Select(Show));
        }
        catch (GraphQLSyntaxException problem)
        {
            return [$"{problem.Message} @ {problem.Location.Line}:{problem.Location.Column}"];
        }
        catch (GraphQLRequestException refusal)
        {
            return Sorted(refusal.Errors.Select(Show));
        }
    }

    public static IReadOnlyList<string> Sorted(IEnumerable<string> messages) =>
        [.. messages.Order(StringComparer.Ordinal)];

    /// <summary>Both verdicts on a request, when they differ.</summary>
    public static string? Difference(string request, IEnumerable<string> expected, IReadOnlyList<string> actual) =>
        Sorted(expected).SequenceEqual(actual)
            ? null
            : $"{request}\n  js:   {string.Join("\n        ", Sorted(expected))}\n  ours: {string.Join("\n        ", actual)}";

    private static string Show(GraphQLError error) =>
        $"{error.Message} @ {string.Join(' ', error.Locations.Select(at => $"{at.Line}:{at.Column}"))}";
}
