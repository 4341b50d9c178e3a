using Indexer.GraphQL.Language;

namespace Indexer.GraphQL.Validation.Rules;

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
