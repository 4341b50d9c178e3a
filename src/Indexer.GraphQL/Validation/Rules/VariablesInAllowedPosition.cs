using Indexer.GraphQL.Language;
using Indexer.GraphQL.Types;

namespace Indexer.GraphQL.Validation.Rules;

/// <summary>A variable's type fits every place it is used in.</summary>
internal sealed class VariablesInAllowedPosition(ValidationContext context) : NodeRule<OperationNode>(context)
{
    protected override void Leave(OperationNode operation)
    {
        var definitions = new Dictionary<string, VariableDefinitionNode>();
        foreach (var definition in operation.Variables)
        {
            definitions[definition.Variable.Name] = definition;
        }

        foreach (var usage in Context.RecursiveUsages(operation))
        {
            if (usage.Type is not null && definitions.TryGetValue(usage.Node.Name, out var definition))
            {
                Check(usage, definition);
            }
        }
    }

    private void Check(VariableUsage usage, VariableDefinitionNode definition)
    {
        if (Context.Resolve(definition.Type) is not { } type)
        {
            return;
        }

        if (!IsAllowed(type, definition.Default, usage))
        {
            Report(
                $"Variable \"${usage.Node.Name}\" of type \"{type}\" used in position expecting type \"{usage.Type}\".",
                definition,
                usage.Node
            );
        }

        if (usage.ParentType is InputObjectType { IsOneOf: true } oneOf && !type.IsNonNull)
        {
            Report(
                $"Variable \"${usage.Node.Name}\" is of type \"{type}\" but must be non-nullable to be used for OneOf Input Object \"{oneOf}\".",
                definition,
                usage.Node
            );
        }
    }

    private static bool IsAllowed(GraphType type, ValueNode? defaultValue, VariableUsage usage)
    {
        if (!usage.Type!.IsNonNull || type.IsNonNull)
        {
            return TypeReferences.IsSubtype(type, usage.Type);
        }

        var neverNull = defaultValue is not (null or NullNode) || usage.HasDefault;
        return neverNull && TypeReferences.IsSubtype(type, usage.Type.Nullable);
    }
}
