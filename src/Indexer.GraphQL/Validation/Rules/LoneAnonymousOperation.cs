using Indexer.GraphQL.Language;

namespace Indexer.GraphQL.Validation.Rules;

/// <summary>An operation without a name is the only one.</summary>
internal sealed class LoneAnonymousOperation(ValidationContext context) : NodeRule<OperationNode>(context)
{
    protected override void Enter(OperationNode operation, Node? parent)
    {
        if (operation.Name is null && Context.Document.Definitions.OfType<OperationNode>().Count() > 1)
        {
            Report("This anonymous operation must be the only defined operation.", operation);
        }
    }
}
