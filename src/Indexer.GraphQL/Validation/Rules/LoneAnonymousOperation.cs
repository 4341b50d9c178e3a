using Indexer.GraphQL.Language;

namespace Indexer.GraphQL.Validation.Rules;

/// <summary>An operation without a name is the only one.</summary>
internal sealed class LoneAnonymousOperation(ValidationContext context) : ValidationRule(context)
{
    public override bool Enter(Node node, Node? parent)
    {
        if (node is OperationNode { Name: null } && Context.Document.Definitions.OfType<OperationNode>().Count() > 1)
        {
            Report("This anonymous operation must be the only defined operation.", node);
        }

        return true;
    }
}
