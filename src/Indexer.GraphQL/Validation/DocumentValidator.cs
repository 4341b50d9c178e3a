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

/// <summary>The rules, in the order of graphql-js.</summary>
internal static class ValidationRules
{
    public static IReadOnlyList<ValidationRule> All(ValidationContext context) =>
        [
            new UniqueOperationNames(context),
            new LoneAnonymousOperation(context),
            new SingleFieldSubscriptions(context),
            new KnownTypeNames(context),
            new FragmentsOnCompositeTypes(context),
            new VariablesAreInputTypes(context),
            new ScalarLeafs(context),
            new FieldsOnCorrectType(context),
            new UniqueFragmentNames(context),
            new KnownFragmentNames(context),
            new NoUnusedFragments(context),
            new PossibleFragmentSpreads(context),
            new NoFragmentCycles(context),
            new UniqueVariableNames(context),
            new NoUndefinedVariables(context),
            new NoUnusedVariables(context),
            new KnownDirectives(context),
            new UniqueDirectivesPerLocation(context),
            new KnownArgumentNames(context),
            new UniqueArgumentNames(context),
            new ValuesOfCorrectType(context),
            new ProvidedRequiredArguments(context),
            new VariablesInAllowedPosition(context),
            new OverlappingFieldsCanBeMerged(context),
            new UniqueInputFieldNames(context),
            new MaxIntrospectionDepth(context),
        ];
}
