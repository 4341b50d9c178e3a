using Indexer.GraphQL.Language;

namespace Indexer.GraphQL.Validation.Rules;

/// <summary>A request holds only operations and fragments.</summary>
internal sealed class ExecutableDefinitions(ValidationContext context) : NodeRule<TypeSystemNode>(context)
{
    protected override void Enter(TypeSystemNode node, Node? parent)
    {
        var name = node.Name is null ? "schema" : $"\"{node.Name.Value}\"";
        Report($"The {name} definition is not executable.", node);
    }
}

/// <summary>No two operations share a name.</summary>
internal sealed class UniqueOperationNames(ValidationContext context) : NodeRule<OperationNode>(context)
{
    private readonly Dictionary<string, NameNode> known = [];

    protected override void Enter(OperationNode node, Node? parent)
    {
        if (node.Name is { } name && !known.TryAdd(name.Value, name))
        {
            Report($"There can be only one operation named \"{name.Value}\".", known[name.Value], name);
        }
    }
}

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

/// <summary>A subscription selects one root field, and not the schema.</summary>
internal sealed class SingleFieldSubscriptions(ValidationContext context) : NodeRule<OperationNode>(context)
{
    protected override void Enter(OperationNode operation, Node? parent)
    {
        if (operation.Kind == OperationKind.Subscription && Context.Schema.Subscription is not null)
        {
            Check(operation);
        }
    }

    private void Check(OperationNode operation)
    {
        var groups = new OrderedDictionary<string, List<FieldNode>>();
        Collect(operation.Selections, groups, []);
        var who = operation.Name is null ? "Anonymous Subscription" : $"Subscription \"{operation.Name.Value}\"";
        if (groups.Count > 1)
        {
            Report($"{who} must select only one top level field.", groups.Values.Skip(1).SelectMany(group => group));
        }

        foreach (
            var group in groups.Values.Where(group => group[0].Name.Value.StartsWith("__", StringComparison.Ordinal))
        )
        {
            Report($"{who} must not select an introspection top level field.", group);
        }
    }

    private void Collect(
        SelectionSetNode set,
        OrderedDictionary<string, List<FieldNode>> groups,
        HashSet<string> visited
    )
    {
        Context.Work.Descend(set.Selections.Count);
        foreach (var selection in set.Selections.Where(item => !IsSkipped(item)))
        {
            switch (selection)
            {
                case FieldNode field:
                    Add(groups, field);
                    break;
                case InlineFragmentNode inline when Applies(inline.Condition):
                    Collect(inline.Selections, groups, visited);
                    break;
                case FragmentSpreadNode spread
                    when visited.Add(spread.Name.Value)
                        && Context.Fragment(spread.Name.Value) is { } fragment
                        && Applies(fragment.Condition):
                    Collect(fragment.Selections, groups, visited);
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>Whether a literal leaves it out; what a variable decides is not known yet.</summary>
    private static bool IsSkipped(SelectionNode selection) =>
        selection.Directives.Any(directive =>
            directive.Arguments.Any(argument =>
                argument is { Name.Value: "if", Value: BooleanNode condition }
                && directive.Name.Value == (condition.Value ? "skip" : "include")
            )
        );

    private bool Applies(NamedTypeNode? condition) =>
        condition is null || condition.Name == Context.Schema.Subscription!.Name;

    private static void Add(OrderedDictionary<string, List<FieldNode>> groups, FieldNode field)
    {
        if (!groups.TryGetValue(field.ResponseKey, out var group))
        {
            groups.Add(field.ResponseKey, group = []);
        }

        group.Add(field);
    }
}
