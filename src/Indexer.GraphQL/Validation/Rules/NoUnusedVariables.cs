using Indexer.GraphQL.Language;

namespace Indexer.GraphQL.Validation.Rules;

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
