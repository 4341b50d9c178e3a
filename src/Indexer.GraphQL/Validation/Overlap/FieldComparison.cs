using Indexer.GraphQL.Execution;
using Indexer.GraphQL.Language;
using Indexer.GraphQL.Types;

namespace Indexer.GraphQL.Validation.Overlap;

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

    private string Canonical(ValueNode value)
    {
        if (!printed.TryGetValue(value, out var text))
        {
            printed[value] = text = ValuePrinter.Print(Sorted(value));
        }

        return text;
    }

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
