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
        try
        {
            new DocumentWalker(context, Rules(context, allowIntrospection)).Walk(document);
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
