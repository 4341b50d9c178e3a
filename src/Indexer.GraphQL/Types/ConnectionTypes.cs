using System.Globalization;

namespace Indexer.GraphQL.Types;

/// <summary>The types of Relay connections.</summary>
internal static class ConnectionTypes
{
    public static readonly string MaxPageSize = new GraphQLOptions().MaxPageSize.ToString(
        "N0",
        CultureInfo.InvariantCulture
    );

    public static ObjectType PageInfo { get; } = CreatePageInfo();

    public static EnumType Direction { get; } =
        new(
            "OrderDirection",
            "The direction of an order.",
            [new EnumValue("ASC", "Smallest first."), new EnumValue("DESC", "Largest first.")]
        );

    public static EnumType Nulls { get; } =
        new(
            "NullsOrder",
            "The place of null in an order.",
            [
                new EnumValue("FIRST", "Before every value, in either direction."),
                new EnumValue("LAST", "After every value, in either direction."),
            ]
        );

    public static IReadOnlyList<InputValue> PagingArguments { get; } =
    [
        new(
            "first",
            Scalars.Int,
            $"The number of rows from the start, or after the cursor; 20 when neither first nor last is given, at most {MaxPageSize}."
        ),
        new("after", Scalars.String, "The cursor that the rows come after."),
        new(
            "last",
            Scalars.Int,
            $"The number of rows from the end, or before the cursor; not together with first, at most {MaxPageSize}."
        ),
        new("before", Scalars.String, "The cursor that the rows come before."),
    ];

    public static ObjectType Connection(ObjectType target)
    {
        var edge = new ObjectType($"{target.Name}Edge", $"A {target.Name} and its place in a list.");
        Part(edge, "cursor", Scalars.String.NonNull(), "Its place, for after and before; stable when rows are added.");
        Part(edge, "node", target.NonNull(), $"The {target.Name}.");
        var connection = new ObjectType($"{target.Name}Connection", $"A page of a list of {target.Name}.");
        Part(connection, "edges", edge.NonNull().List().NonNull(), "The rows of the page with their cursors.");
        Part(connection, "nodes", target.NonNull().List().NonNull(), "The rows of the page.");
        Part(connection, "pageInfo", PageInfo.NonNull(), "Where the page lies in the list.");
        Part(connection, "totalCount", Scalars.Int.NonNull(), "The number of rows in the whole list.");
        return connection.Later(() => target.HasFigures ? AggregateTypes.Fields(target) : []);
    }

    public static InputObjectType Order(ObjectType target)
    {
        var keys = new EnumType(
            $"{target.Name}OrderField",
            $"What a list of {target.Name} can be ordered by.",
            [.. target.SortKeys.Select(key => new EnumValue(key.Name, key.Description))]
        );
        return new InputObjectType(
            $"{target.Name}Order",
            $"One key of the order of a list of {target.Name}.",
            () =>
                [
                    new InputValue("field", keys.NonNull(), "What is compared."),
                    new InputValue("direction", Direction.NonNull(), "Which end comes first.", "ASC"),
                    .. target.SortKeys.Any(key => key.IsNullable)
                        ? [new InputValue("nulls", Nulls.NonNull(), "Where null comes.", "LAST")]
                        : Array.Empty<InputValue>(),
                ]
        );
    }

    private static ObjectType CreatePageInfo()
    {
        var type = new ObjectType("PageInfo", "Where a page lies in its list.");
        Part(type, "hasNextPage", Scalars.Boolean.NonNull(), "Whether rows follow the page.");
        Part(type, "hasPreviousPage", Scalars.Boolean.NonNull(), "Whether rows precede the page.");
        Part(type, "startCursor", Scalars.String, "The cursor of the first row; null when the page is empty.");
        Part(type, "endCursor", Scalars.String, "The cursor of the last row; null when the page is empty.");
        return type;
    }

    private static void Part(ObjectType owner, string name, GraphType type, string description) =>
        owner.Add(new Field(name, type, description));
}

/// <summary>The types generated for lists of an object type: connection, edge, filter and order.</summary>
internal sealed class ListTypes
{
    private readonly ObjectType target;
    private readonly Lazy<IReadOnlyList<InputValue>> arguments;

    public ListTypes(ObjectType target)
    {
        this.target = target;
        Connection = ConnectionTypes.Connection(target);
        Filter = FilterTypes.Rows(target);
        ListFilter = FilterTypes.Relation(target, Filter);
        arguments = new(() => [.. ListArguments()]);
    }

    public ObjectType Connection { get; }

    /// <summary>The <c>where</c> type over one row.</summary>
    public InputObjectType Filter { get; }

    /// <summary>The <c>where</c> type over a to-many relation.</summary>
    public InputObjectType ListFilter { get; }

    public bool IsFilterable => target.Fields.Any(item => item.IsFilterable);

    /// <summary>The arguments every connection of the type has.</summary>
    public IReadOnlyList<InputValue> Arguments => arguments.Value;

    private IEnumerable<InputValue> ListArguments()
    {
        foreach (var argument in ConnectionTypes.PagingArguments)
        {
            yield return argument;
        }

        if (IsFilterable)
        {
            yield return new InputValue("where", Filter, "Keeps the rows that match.");
        }

        if (target.SortKeys.Any())
        {
            yield return new InputValue(
                "orderBy",
                ConnectionTypes.Order(target).NonNull().List(),
                "The order, most significant key first; the unique key always closes it. Null comes last unless nulls says otherwise."
            );
        }
    }
}
