using Indexer.GraphQL.Language;

namespace Indexer.GraphQL.Validation.Rules;

/// <summary>Introspection does not follow lists inside lists without end.</summary>
internal sealed class MaxIntrospectionDepth(ValidationContext context) : ValidationRule(context)
{
    private const int MaxLists = 3;

    public override bool Concerns(Node node) => node is FieldNode;

    public override bool Enter(Node node, Node? parent)
    {
        if (node is not FieldNode { Name.Value: "__schema" or "__type" } field)
        {
            return true;
        }

        var isTooDeep = IsTooDeep(field, 0, []);
        if (isTooDeep)
        {
            Report("Maximum introspection depth exceeded", field);
        }

        return !isTooDeep;
    }

    private bool IsTooDeep(Node node, int depth, HashSet<string> open)
    {
        if (node is FragmentSpreadNode { Name.Value: var name })
        {
            if (Context.Fragment(name) is not { } fragment || !open.Add(name))
            {
                return false;
            }

            var result = AnyTooDeep(fragment.Selections, depth, open);
            open.Remove(name);
            return result;
        }

        if (
            node is FieldNode { Name.Value: "fields" or "interfaces" or "possibleTypes" or "inputFields" }
            && ++depth >= MaxLists
        )
        {
            return true;
        }

        var inner = node is FieldNode field ? field.Selections : (node as InlineFragmentNode)?.Selections;
        return inner is not null && AnyTooDeep(inner, depth, open);
    }

    private bool AnyTooDeep(SelectionSetNode set, int depth, HashSet<string> open) =>
        set.Selections.Any(selection => IsTooDeep(selection, depth, open));
}
