using Indexer.GraphQL.Execution;
using Indexer.GraphQL.Language;
using Indexer.GraphQL.Types;

namespace Indexer.GraphQL.Validation.Overlap;

/// <summary>The fields of a selection set by response key, inline fragments flattened, and the spreads in it.</summary>
internal sealed class SelectedFields
{
    /// <summary>So many fields of one response key are looked through in a step.</summary>
    private const int UsesInStep = 10;

    private readonly HashSet<string> spread = [];

    public Dictionary<string, List<FieldUse>> ByKey { get; } = [];

    public List<string> Spreads { get; } = [];

    public static SelectedFields Of(ValidationContext context, CompositeType? parent, SelectionSetNode set)
    {
        var result = new SelectedFields();
        result.Add(context, parent, set);
        return result;
    }

    private void Add(ValidationContext context, CompositeType? parent, SelectionSetNode set)
    {
        foreach (var selection in set.Selections)
        {
            switch (selection)
            {
                case FieldNode field:
                    Add(
                        context.Work,
                        new FieldUse(
                            parent,
                            field,
                            // Meta fields have no type here, as in graphql-js: under one name they meet fields of any.
                            parent?.Find(field.Name.Value)
                        )
                    );
                    break;
                case FragmentSpreadNode { Name.Value: var name }:
                    if (context.Fragment(name) is not null && spread.Add(name))
                    {
                        Spreads.Add(name);
                    }

                    break;
                case InlineFragmentNode inline:
                    var type = inline.Condition is null ? parent : context.Resolve(inline.Condition) as CompositeType;
                    Add(context, type, inline.Selections);
                    break;
                default:
                    break;
            }
        }
    }

    private void Add(PreparationWork work, FieldUse use)
    {
        if (!ByKey.TryGetValue(use.Node.ResponseKey, out var uses))
        {
            ByKey[use.Node.ResponseKey] = uses = [];
        }

        work.Add(1 + (uses.Count / UsesInStep));

        // Plain repetitions cannot differ from each other; comparing one of them keeps that from being quadratic.
        if (uses.Find(other => IsRepetition(other, use)) is { } known)
        {
            known.Nodes.Add(use.Node);
        }
        else
        {
            uses.Add(use);
        }
    }

    private static bool IsRepetition(FieldUse one, FieldUse other) =>
        one.Parent == other.Parent && one.Node.Name.Value == other.Node.Name.Value && one.IsPlain && other.IsPlain;
}

/// <summary>A field in a selection set and what the schema says about it.</summary>
internal sealed record FieldUse(CompositeType? Parent, FieldNode Node, Field? Definition)
{
    /// <summary>Whether it has neither arguments nor fields of its own.</summary>
    public bool IsPlain => Node is { Selections: null, Arguments.Count: 0 };

    /// <summary>The field and its plain repetitions in the same set, in their order.</summary>
    public List<FieldNode> Nodes { get; } = [Node];
}

/// <summary>Whether two fields say the same.</summary>
internal sealed class FieldComparison(PreparationWork work)
{
    private readonly Dictionary<ValueNode, string> printed = new(ReferenceEqualityComparer.Instance);

    public bool HaveSameArguments(FieldNode one, FieldNode other)
    {
        if (one.Arguments.Count != other.Arguments.Count)
        {
            return false;
        }

        work.Add(one.Arguments.Count);
        return one.Arguments.All(argument =>
            other.Arguments.LastOrDefault(item => item.Name.Value == argument.Name.Value) is { } match
            && Canonical(argument.Value) == Canonical(match.Value)
        );
    }

    public static bool TypesConflict(GraphType one, GraphType other) =>
        (one, other) switch
        {
            (ListType left, ListType right) => TypesConflict(left.Of, right.Of),
            (ListType, _) or (_, ListType) => true,
            (NonNullType left, NonNullType right) => TypesConflict(left.Of, right.Of),
            (NonNullType, _) or (_, NonNullType) => true,
            _ => (one.IsLeaf || other.IsLeaf) && one != other,
        };

    private string Canonical(ValueNode value) => printed.Remember(value, static it => ValuePrinter.Print(Sorted(it)));

    private static ValueNode Sorted(ValueNode value) =>
        value switch
        {
            ListNode list => list with { Items = [.. list.Items.Select(Sorted)] },
            ObjectNode item => item with
            {
                Fields =
                [
                    .. item
                        .Fields.Select(field => field with { Value = Sorted(field.Value) })
                        .OrderBy(field => field.Name.Value, StringComparer.Ordinal),
                ],
            },
            _ => value,
        };
}
