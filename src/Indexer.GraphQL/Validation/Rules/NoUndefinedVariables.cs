using Indexer.GraphQL.Language;

namespace Indexer.GraphQL.Validation.Rules;

/// <summary>Every used variable is defined.</summary>
internal sealed class NoUndefinedVariables(ValidationContext context) : ValidationRule(context)
{
    public override bool Enter(Node node, Node? parent) => true;

    public override void Leave(Node node)
    {
        if (node is not OperationNode operation)
        {
            return;
        }

        var defined = operation.Variables.Select(item => item.Variable.Name).ToHashSet();
        foreach (var usage in Context.RecursiveUsages(operation).Where(usage => !defined.Contains(usage.Node.Name)))
        {
            var by = operation.Name is null ? "" : $" by operation \"{operation.Name.Value}\"";
            Report($"Variable \"${usage.Node.Name}\" is not defined{by}.", usage.Node, operation);
        }
    }
}
