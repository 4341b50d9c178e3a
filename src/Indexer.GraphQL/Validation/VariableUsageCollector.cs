using Indexer.GraphQL.Language;
using Indexer.GraphQL.Types;

namespace Indexer.GraphQL.Validation;

/// <summary>Collects the variables used in one operation or fragment.</summary>
internal sealed class VariableUsageCollector(ValidationContext context) : ValidationRule(context)
{
    public List<VariableUsage> Usages { get; } = [];

    public override bool Concerns(Node node) => node is VariableDefinitionNode or VariableNode;

    public override bool Enter(Node node, Node? parent)
    {
        if (node is VariableDefinitionNode)
        {
            return false;
        }

        if (node is VariableNode variable)
        {
            var state = Context.State;
            Usages.Add(new VariableUsage(variable, state.Input, state.ParentInput, state.InputHasDefault));
        }

        return true;
    }
}

/// <summary>A use of a variable and the type its place expects.</summary>
internal sealed record VariableUsage(VariableNode Node, GraphType? Type, GraphType? ParentType, bool HasDefault);
