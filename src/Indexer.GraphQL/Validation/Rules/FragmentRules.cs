using Indexer.GraphQL.Language;
using Indexer.GraphQL.Types;

namespace Indexer.GraphQL.Validation.Rules;

/// <summary>No two fragments share a name.</summary>
internal sealed class UniqueFragmentNames(ValidationContext context) : NodeRule<FragmentNode>(context)
{
    private readonly Dictionary<string, NameNode> known = [];

    protected override void Enter(FragmentNode node, Node? parent)
    {
        var name = node.Name;
        if (!known.TryAdd(name.Value, name))
        {
            Report($"There can be only one fragment named \"{name.Value}\".", known[name.Value], name);
        }
    }
}

/// <summary>Every type that is named exists.</summary>
internal sealed class KnownTypeNames(ValidationContext context) : NodeRule<NamedTypeNode>(context)
{
    protected override void Enter(NamedTypeNode node, Node? parent)
    {
        if (Context.Resolve(node) is null)
        {
            var names = Context.Schema.Types.Select(type => type.Name);
            Report($"Unknown type \"{node.Name}\".{Suggestions.DidYouMean(node.Name, names)}", node);
        }
    }
}

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

/// <summary>Every fragment is used by an operation.</summary>
internal sealed class NoUnusedFragments(ValidationContext context) : NodeRule<DocumentNode>(context)
{
    protected override void Leave(DocumentNode document)
    {
        var used = document
            .Definitions.OfType<OperationNode>()
            .SelectMany(Context.Reachable)
            .Select(fragment => fragment.Name.Value)
            .ToHashSet();
        foreach (var fragment in document.Definitions.OfType<FragmentNode>())
        {
            if (!used.Contains(fragment.Name.Value))
            {
                Report($"Fragment \"{fragment.Name.Value}\" is never used.", fragment);
            }
        }
    }
}

/// <summary>Every spread fragment exists.</summary>
internal sealed class KnownFragmentNames(ValidationContext context) : NodeRule<FragmentSpreadNode>(context)
{
    protected override void Enter(FragmentSpreadNode spread, Node? parent)
    {
        if (Context.Fragment(spread.Name.Value) is null)
        {
            Report($"Unknown fragment \"{spread.Name.Value}\".", spread.Name);
        }
    }
}

/// <summary>No fragment contains itself.</summary>
internal sealed class NoFragmentCycles(ValidationContext context) : NodeRule<FragmentNode>(context)
{
    private readonly HashSet<string> visited = [];
    private readonly List<FragmentSpreadNode> path = [];
    private readonly Dictionary<string, int> pathStart = [];

    protected override void Enter(FragmentNode node, Node? parent) => Detect(node);

    private void Detect(FragmentNode fragment)
    {
        if (!visited.Add(fragment.Name.Value))
        {
            return;
        }

        Context.Work.Descend();
        pathStart[fragment.Name.Value] = path.Count;
        foreach (var spread in Context.Spreads(fragment.Selections))
        {
            var name = spread.Name.Value;
            path.Add(spread);
            if (pathStart.TryGetValue(name, out var start))
            {
                var cycle = path.Skip(start).ToList();
                Context.Work.Add(cycle.Count);
                var via = string.Join(", ", cycle.SkipLast(1).Select(item => $"\"{item.Name.Value}\""));
                Report(
                    $"Cannot spread fragment \"{name}\" within itself{(via.Length == 0 ? "" : $" via {via}")}.",
                    cycle
                );
            }
            else if (Context.Fragment(name) is { } next)
            {
                Detect(next);
            }

            path.RemoveAt(path.Count - 1);
        }

        pathStart.Remove(fragment.Name.Value);
    }
}

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
