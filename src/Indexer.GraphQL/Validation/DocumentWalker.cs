using Indexer.GraphQL.Language;

namespace Indexer.GraphQL.Validation;

/// <summary>Visits a document depth first, keeps track of types, and tells each rule about what concerns it.</summary>
internal sealed class DocumentWalker(ValidationContext context, IReadOnlyList<ValidationRule> rules)
{
    private readonly Node?[] skipped = new Node?[rules.Count];

    /// <summary>The rules that nodes of a type concern, by their place among all.</summary>
    private readonly Dictionary<Type, int[]> concerned = [];

    public void Walk(Node node) => Visit(node, parent: null);

    private void Visit(Node node, Node? parent)
    {
        context.Work.Add();
        var saved = context.State;
        context.State = TypeTracking.Enter(context, node);
        var told = Concerned(node);
        foreach (var index in told)
        {
            if (skipped[index] is null && !rules[index].Enter(node, parent))
            {
                skipped[index] = node;
            }
        }

        foreach (var child in Children(node))
        {
            Visit(child, node);
        }

        foreach (var index in told)
        {
            if (skipped[index] is null)
            {
                rules[index].Leave(node);
            }
            else if (ReferenceEquals(skipped[index], node))
            {
                skipped[index] = null;
            }
        }

        context.State = saved;
    }

    private int[] Concerned(Node node)
    {
        if (!concerned.TryGetValue(node.GetType(), out var found))
        {
            found = [.. Enumerable.Range(0, rules.Count).Where(index => rules[index].Concerns(node))];
            concerned[node.GetType()] = found;
        }

        return found;
    }

    private static IEnumerable<Node> Children(Node node) =>
        node switch
        {
            DocumentNode document => document.Definitions,
            OperationNode it => [.. it.Variables, .. it.Directives, it.Selections],
            FragmentNode it => [it.Condition, .. it.Directives, it.Selections],
            VariableDefinitionNode it => it.Default is null
                ? [it.Variable, it.Type, .. it.Directives]
                : [it.Variable, it.Type, it.Default, .. it.Directives],
            SelectionSetNode it => it.Selections,
            FieldNode it => it.Selections is null
                ? [.. it.Arguments, .. it.Directives]
                : [.. it.Arguments, .. it.Directives, it.Selections],
            FragmentSpreadNode it => it.Directives,
            InlineFragmentNode it => it.Condition is null
                ? [.. it.Directives, it.Selections]
                : [it.Condition, .. it.Directives, it.Selections],
            DirectiveNode it => it.Arguments,
            ArgumentNode it => [it.Value],
            ListNode it => it.Items,
            ObjectNode it => it.Fields,
            ObjectFieldNode it => [it.Value],
            ListTypeNode it => [it.Of],
            NonNullTypeNode it => [it.Of],
            _ => [],
        };
}
