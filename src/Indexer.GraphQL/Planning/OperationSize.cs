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

        private OperationSize Of(FragmentNode fragment) =>
            known.Remember(fragment.Name.Value, _ => Of(Condition(fragment.Condition)!, fragment.Selections));

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

/// <summary>What one field costs, see <see cref="GraphQLOptions.MaxCost"/>.</summary>
/// <param name="Outer">The list around it.</param>
/// <param name="PerRow">What it costs for each row of that list, besides the rows it returns.</param>
/// <param name="Page">The rows it returns, when it is a list.</param>
internal sealed record FieldCost(PageSize? Outer, long PerRow, PageSize? Page)
{
    /// <summary>The rows it returns.</summary>
    public long Rows(object?[] leaves) => Page?.Total(leaves) ?? 0;

    public long Total(object?[] leaves) => Rows(leaves) + ((Outer?.Total(leaves) ?? 1) * PerRow);
}

/// <summary>The rows a list can have, for the limit on nodes.</summary>
/// <param name="Outer">The list around it.</param>
/// <param name="Read">From the leaves of the variables to the number of rows per outer row.</param>
internal sealed record PageSize(PageSize? Outer, Func<object?[], long> Read)
{
    private const long Enough = 1L << 40;

    /// <summary>The rows in all outer rows together, capped where only "too many" matters.</summary>
    public long Total(object?[] leaves) =>
        Math.Min(Enough, Math.Min(Enough, Read(leaves)) * (Outer?.Total(leaves) ?? 1));
}

/// <summary>Refuses operations beyond the limits of <see cref="GraphQLOptions"/>.</summary>
internal static class OperationLimits
{
    /// <summary>Checks what the text and the shape of the variables decide.</summary>
    /// <exception cref="GraphQLRequestException">A limit is exceeded.</exception>
    public static void Check(OperationSize size, GraphQLOptions options, Location location)
    {
        Check("The query is", size.Depth, "levels deep", options.MaxDepth, location);
        Check("The query selects", size.Fields, "fields with its fragments spread", options.MaxFields, location);
        Check("The query has", size.Aliases, "aliases with its fragments spread", options.MaxAliases, location);
        Check("The query's filters have", size.Conditions, "conditions", options.MaxConditions, location);
    }

    /// <summary>Checks what the values of the variables decide.</summary>
    /// <exception cref="GraphQLRequestException">A limit is exceeded.</exception>
    public static void Check(IReadOnlyList<RootPlan> plans, object?[] leaves, GraphQLOptions options, Location location)
    {
        var costs = plans.OfType<SqlRoot>().SelectMany(root => root.Costs).ToList();
        var nodes = costs.Sum(cost => cost.Rows(leaves));
        Check("The query asks for up to", nodes, "rows in all its lists", options.MaxNodes, location);
        var total = costs.Sum(cost => cost.Total(leaves));
        GraphQLTelemetry.Cost(total);
        Check("The query costs", total, "points", options.MaxCost, location);
    }

    /// <summary>The refusal of a query beyond a limit.</summary>
    /// <param name="finding">The limit and the query's figure, as the first half of a sentence.</param>
    /// <param name="allowed">The greatest figure allowed.</param>
    /// <param name="locations">Where.</param>
    public static GraphQLRequestException Exceeded(
        string finding,
        long allowed,
        params IReadOnlyList<Location> locations
    ) => new($"{finding}; at most {allowed} are allowed.", ErrorCodes.Limit, locations);

    private static void Check(string subject, long figure, string unit, long allowed, Location location)
    {
        if (figure > allowed)
        {
            throw Exceeded($"{subject} {figure} {unit}", allowed, location);
        }
    }
}
