using Indexer.GraphQL.Language;

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
