using Indexer.GraphQL.Execution;
using Indexer.GraphQL.Language;
using Indexer.GraphQL.Types;
using Indexer.GraphQL.Validation.Rules;

namespace Indexer.GraphQL.Validation;

/// <summary>Validates documents, section 5 of the specification.</summary>
internal static class DocumentValidator
{
    public static IReadOnlyList<GraphQLError> Validate(
        Schema schema,
        DocumentNode document,
        PreparationWork work,
        bool allowIntrospection = true
    )
    {
        var context = new ValidationContext(schema, document, work);
        IReadOnlyList<ValidationRule> rules =
            document.Definitions[^1] is TypeSystemNode
                ? [new ExecutableDefinitions(context)]
                : Rules(context, allowIntrospection);
        try
        {
            new DocumentWalker(context, rules).Walk(document);
        }
        catch (TooManyErrorsException)
        {
            // The errors found so far, and that there are more, are the answer.
            return context.Errors;
        }

        return context.Errors;
    }

    private static IReadOnlyList<ValidationRule> Rules(ValidationContext context, bool allowIntrospection) =>
        allowIntrospection
            ? ValidationRules.All(context)
            : [.. ValidationRules.All(context), new NoSchemaIntrospection(context)];
}
