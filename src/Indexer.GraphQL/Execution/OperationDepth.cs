using Indexer.GraphQL.Language;

namespace Indexer.GraphQL.Execution;

/// <summary>The levels of fields of an operation, fragments spread. Introspection, bounded by its own rule, does not count.</summary>
internal sealed class OperationDepth(DocumentNode document)
{
    private readonly Dictionary<string, FragmentNode> fragments = document
        .Definitions.OfType<FragmentNode>()
        .ToDictionary(fragment => fragment.Name.Value);

    private readonly Dictionary<string, int> known = [];

    /// <summary>The depth of a validated selection set: without cycles, so it ends.</summary>
    public int Of(SelectionSetNode set)
    {
        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
        var depth = 0;
        foreach (var selection in set.Selections)
        {
            depth = Math.Max(
                depth,
                selection switch
                {
                    FieldNode { Name.Value: "__schema" or "__type" } => 1,
                    FieldNode { Selections: { } inner } => 1 + Of(inner),
                    FieldNode => 1,
                    InlineFragmentNode inline => Of(inline.Selections),
                    FragmentSpreadNode spread => Of(spread.Name.Value),
                    _ => 0,
                }
            );
        }

        return depth;
    }

    private int Of(string fragment)
    {
        if (!known.TryGetValue(fragment, out var depth))
        {
            known[fragment] = depth = Of(fragments[fragment].Selections);
        }

        return depth;
    }
}
