using Indexer.GraphQL.Inputs;
using Indexer.GraphQL.Language;
using Indexer.GraphQL.Types;

namespace Indexer.GraphQL.Planning;

/// <summary>
/// How large an operation is with its fragments spread and skipped fields left out. A fragment is measured once, however
/// often it is spread; the figures stop at 2^40, so that they cannot overflow.
/// </summary>
/// <param name="Depth">Levels of fields inside each other. Introspection, bounded by a rule of its own, counts as one.</param>
/// <param name="Fields">Fields.</param>
/// <param name="Aliases">Fields with an alias.</param>
/// <param name="Conditions">Conditions of filters: comparisons, and objects without any.</param>
internal readonly record struct OperationSize(long Depth, long Fields, long Aliases, long Conditions)
{
    private const long Enough = 1L << 40;

    /// <summary>The size of a validated operation.</summary>
    /// <exception cref="GraphQLRequestException">Fragments are chained beyond the stack.</exception>
    public static OperationSize Of(OperationNode operation, CompositeType root, FieldCollector collector) =>
        new Measurement(collector).Of(root, operation.Selections);

    private OperationSize Beside(OperationSize other) =>
        new(
            Math.Max(Depth, other.Depth),
            Math.Min(Enough, Fields + other.Fields),
            Math.Min(Enough, Aliases + other.Aliases),
            Math.Min(Enough, Conditions + other.Conditions)
        );

    private sealed class Measurement(FieldCollector collector)
    {
        private readonly Dictionary<string, OperationSize> known = [];

        /// <summary>The size of a validated selection set: without cycles, so it ends.</summary>
        public OperationSize Of(CompositeType owner, SelectionSetNode? set)
        {
            collector.Variables.Work.Descend(set?.Selections.Count ?? 0);
            var selections = set?.Selections.Where(collector.IsIncluded) ?? [];
            return selections.Aggregate(default(OperationSize), (size, next) => size.Beside(Of(owner, next)));
        }

        private OperationSize Of(CompositeType owner, SelectionNode selection) =>
            selection switch
            {
                FieldNode field => Of(collector.Schema.FindField(owner, field.Name.Value)!, field),
                InlineFragmentNode inline => Of(Condition(inline.Condition) ?? owner, inline.Selections),
                FragmentSpreadNode spread => Of(collector.Fragment(spread)),
                _ => default,
            };

        private OperationSize Of(Field field, FieldNode node)
        {
            var inner = field.Type.Named is CompositeType type ? Of(type, node.Selections) : default;
            var depth = field.Source is MemorySource ? 0 : inner.Depth;
            var own = new OperationSize(1 + depth, 1, node.Alias is null ? 0 : 1, Conditions(field, node));
            return (inner with { Depth = 0 }).Beside(own);
        }

        private OperationSize Of(FragmentNode fragment)
        {
            if (!known.TryGetValue(fragment.Name.Value, out var size))
            {
                known[fragment.Name.Value] = size = Of(Condition(fragment.Condition)!, fragment.Selections);
            }

            return size;
        }

        private CompositeType? Condition(NamedTypeNode? condition) =>
            condition is null ? null : (CompositeType)collector.Schema.Find(condition.Name)!;

        private long Conditions(Field field, FieldNode node)
        {
            var given = node.Arguments.FirstOrDefault(argument => argument.Name.Value == "where");
            return
                given is not null
                && field.FindArgument("where") is { Type.Named: InputObjectType { Filtered: not null } type }
                && LiteralCoercion.Coerce(given.Value, type, collector.Variables) is ObjectInput filter
                ? FilterSize.Of(filter)
                : 0;
        }
    }
}
