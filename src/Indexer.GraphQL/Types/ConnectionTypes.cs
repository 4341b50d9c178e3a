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
        owner.Add(new Field(name, type, description, source: null));
}
