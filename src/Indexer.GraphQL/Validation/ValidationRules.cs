using Indexer.GraphQL.Validation.Rules;

namespace Indexer.GraphQL.Validation;

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
