using Indexer.GraphQL.Language;
using Indexer.GraphQL.Types;

namespace Indexer.GraphQL.Validation.Rules;

/// <summary>Fragments are on objects, interfaces and unions.</summary>
internal sealed class FragmentsOnCompositeTypes(ValidationContext context) : ValidationRule(context)
{
    public override bool Concerns(Node node) => node is InlineFragmentNode or FragmentNode;

    public override bool Enter(Node node, Node? parent)
    {
        if (node is InlineFragmentNode { Condition: { } condition } && IsLeaf(condition))
        {
            Report($"Fragment cannot condition on non composite type \"{condition}\".", condition);
        }
        else if (node is FragmentNode fragment && IsLeaf(fragment.Condition))
        {
            Report(
                $"Fragment \"{fragment.Name.Value}\" cannot condition on non composite type \"{fragment.Condition}\".",
                fragment.Condition
            );
        }

        return true;
    }

    private bool IsLeaf(NamedTypeNode condition) => Context.Resolve(condition) is { } type && type is not CompositeType;
}
