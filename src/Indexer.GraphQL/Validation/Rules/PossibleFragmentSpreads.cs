using Indexer.GraphQL.Language;
using Indexer.GraphQL.Types;

namespace Indexer.GraphQL.Validation.Rules;

/// <summary>A fragment can apply where it is spread.</summary>
internal sealed class PossibleFragmentSpreads(ValidationContext context) : NodeRule<SelectionNode>(context)
{
    protected override void Enter(SelectionNode node, Node? parent)
    {
        switch (node)
        {
            case InlineFragmentNode:
                Check(node, "Fragment", Context.State.Type);
                break;
            case FragmentSpreadNode { Name.Value: var name } when Context.Fragment(name) is { } fragment:
                Check(node, $"Fragment \"{name}\"", Context.Resolve(fragment.Condition));
                break;
            default:
                break;
        }
    }

    private void Check(Node node, string what, GraphType? type)
    {
        if (
            type is CompositeType condition
            && Context.State.Parent is { } parent
            && !TypeReferences.Overlap(Context.Schema, condition, parent)
        )
        {
            Report(
                $"{what} cannot be spread here as objects of type \"{parent}\" can never be of type \"{condition}\".",
                node
            );
        }
    }
}
