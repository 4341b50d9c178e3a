using Indexer.GraphQL.Language;
using Indexer.GraphQL.Types;

namespace Indexer.GraphQL.Validation.Rules;

/// <summary>No two variables of an operation share a name.</summary>
internal sealed class UniqueVariableNames(ValidationContext context) : NodeRule<OperationNode>(context)
{
    protected override void Enter(OperationNode operation, Node? parent)
    {
        foreach (
            var group in operation.Variables.GroupBy(item => item.Variable.Name).Where(group => group.Skip(1).Any())
        )
        {
            Context.Report(
                $"There can be only one variable named \"${group.Key}\".",
                [.. group.Select(item => item.Variable.Location with { Column = item.Variable.Location.Column + 1 })]
            );
        }
    }
}

/// <summary>Variables have input types.</summary>
internal sealed class VariablesAreInputTypes(ValidationContext context) : NodeRule<VariableDefinitionNode>(context)
{
    protected override void Enter(VariableDefinitionNode it, Node? parent)
    {
        if (Context.Resolve(it.Type) is { IsInput: false })
        {
            Report($"Variable \"${it.Variable.Name}\" cannot be non-input type \"{it.Type}\".", it.Type);
        }
    }
}

/// <summary>Every used variable is defined.</summary>
internal sealed class NoUndefinedVariables(ValidationContext context) : NodeRule<OperationNode>(context)
{
    protected override void Leave(OperationNode operation)
    {
        var defined = operation.Variables.Select(item => item.Variable.Name).ToHashSet();
        foreach (var usage in Context.RecursiveUsages(operation).Where(usage => !defined.Contains(usage.Node.Name)))
        {
            var by = operation.Name is null ? "" : $" by operation \"{operation.Name.Value}\"";
            Report($"Variable \"${usage.Node.Name}\" is not defined{by}.", usage.Node, operation);
        }
    }
}

/// <summary>Every defined variable is used.</summary>
internal sealed class NoUnusedVariables(ValidationContext context) : NodeRule<OperationNode>(context)
{
    protected override void Leave(OperationNode operation)
    {
        var used = Context.RecursiveUsages(operation).Select(usage => usage.Node.Name).ToHashSet();
        foreach (var variable in operation.Variables.Where(item => !used.Contains(item.Variable.Name)))
        {
            var where = operation.Name is null ? "" : $" in operation \"{operation.Name.Value}\"";
            Report($"Variable \"${variable.Variable.Name}\" is never used{where}.", variable);
        }
    }
}

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
