using Indexer.GraphQL.Inputs;
using Indexer.GraphQL.Types;

namespace Indexer.GraphQL.Planning;

/// <summary>
/// Writes the JSON of a connection. The page is cut out in a sub-query first, so that values are rendered for its
/// rows only. When something depends on a row's place, the rows are numbered, outside of the cut: inside, PostgreSQL
/// would sort the whole list to number it. Otherwise they are aggregated as the sorted sub-query gives them.
/// </summary>
internal sealed class ConnectionSql
{
    private const string Position = "\"__n\"";

    private readonly SelectedField selected;
    private readonly Rows rows;
    private readonly Scope scope;
    private readonly Ordering order;
    private readonly Paging paging;
    private readonly string alias;
    private readonly ReadRow read;
    private readonly ObjectInput? filter;
    private readonly PageSize page;
    private readonly AggregateSql whole;
    private readonly List<string> items = [];

    /// <summary>Whether rows must know their place: in a page read from its end, and for what pageInfo tells.</summary>
    private readonly bool isNumbered;

    /// <summary>Whether a part aggregates the page; without one, the rows would multiply or lose the answer.</summary>
    private bool needsRows;
    private bool needsMore;

    public ConnectionSql(SelectedField selected, Rows rows, ReadRow? parent, Scope scope)
    {
        this.selected = selected;
        this.rows = rows;
        this.scope = scope;
        order = Ordering.Of(rows.Target, selected.Field, scope);
        paging = new Paging(scope, order);
        alias = scope.Statement.NextAlias();
        read = rows.Read(alias, parent, order);
        filter = scope.Arguments.GetValueOrDefault("where") as ObjectInput;
        page = new PageSize(scope.Page, paging.Read);
        whole = new AggregateSql(rows, scope, Filter);
        isNumbered = paging.IsBackward || IsSelected("pageInfo");
    }

    public string Write()
    {
        var parts = ObjectSql.Parts(selected, scope, Part);
        var conditions = filter is null ? 0 : FilterSize.Of(filter);
        scope.Statement.Costs.Add(new FieldCost(scope.Page, 1 + conditions + whole.Cost, needsRows ? page : null));
        return needsRows ? $"({whole.With()}select {parts} from {PageWithItems()})"
            : whole.Cost > 0 ? $"({whole.With()}select {parts})"
            : parts;
    }

    private string Part(SelectedField field) =>
        field.Field.Name switch
        {
            "edges" => Items(() => ObjectSql.Parts(field, scope, Edge)),
            "nodes" => Items(() => Node(field)),
            "pageInfo" => ObjectSql.Parts(field, scope, Info),
            "totalCount" => whole.Count(),
            "aggregate" => whole.Aggregate(field),
            "groups" => whole.Groups(field),
            _ => throw new InvalidOperationException($"Connections have no field {field.Field.Name}."),
        };

    private string Edge(SelectedField field) =>
        field.Field.Name == "cursor" ? ScalarType.Quoted(order.Cursor(scope.Row(alias))) : Node(field);

    private string Node(SelectedField field) =>
        ObjectSql.Write(rows.Target, field.Selections, read, scope with { Page = page });

    private string Items(Func<string> item)
    {
        needsRows = true;
        var sort = paging.IsBackward ? $" order by {alias}.{Position} desc" : "";
        var kept = isNumbered ? $" filter (where {InPage})" : "";
        items.Add(item());
        return JsonSql.Array($"{alias}.{Item(items.Count - 1)}", sort, kept);
    }

    /// <summary>Leaves out the row beyond the page that only tells whether there are more.</summary>
    private string InPage => $"{alias}.{Position} <= {paging.Limit}";

    private string Info(SelectedField field) =>
        field.Field.Name switch
        {
            "hasNextPage" => paging.IsBackward ? Outside(paging.Before is not null, paging.BeforeCondition) : More(),
            "hasPreviousPage" => paging.IsBackward ? More() : Outside(paging.After is not null, paging.AfterCondition),
            "startCursor" => EndCursor(isLast: false),
            _ => EndCursor(isLast: true),
        };

    private string More()
    {
        needsRows = needsMore = true;
        return Scalars.Boolean.Json($"count(*) > {paging.Limit}");
    }

    private string EndCursor(bool isLast)
    {
        needsRows = true;
        var direction = isLast == paging.IsBackward ? "" : " desc";
        var cursors = $"array_agg({order.Cursor(scope.Row(alias))} order by {alias}.{Position}{direction})";
        return ScalarType.Quoted($"({cursors} filter (where {InPage}))[1]");
    }

    /// <summary>Whether the list has rows on the other side of the cursor, the cursor's own included.</summary>
    private string Outside(bool hasCursor, Func<SqlRow, string?> condition)
    {
        if (!hasCursor)
        {
            return Scalars.Boolean.Json("false");
        }

        var other = scope.Statement.NextAlias();
        var outside = $"({condition(scope.Row(other))}) is not true";
        return Scalars.Boolean.Json(
            $"exists (select 1 from {rows.From(other)}{order.Joins(scope.Row(other))} where {rows.Where(other, Filter(other), outside)})"
        );
    }

    /// <summary>
    /// The page, with what is made of its rows as columns: an aggregate of nothing but values of the parent would be one
    /// over the parent's rows.
    /// </summary>
    private string PageWithItems()
    {
        var columns = items.Select((item, index) => $", {item} as {Item(index)}");
        return items.Count == 0
            ? Page()
            : $"(select {alias}.*{string.Concat(columns)} from {Page()}{read.Joins}) {alias}";
    }

    private static string Item(int index) => $"\"__v{index}\"";

    private string Page()
    {
        var row = scope.Row(alias);
        var sort = order.OrderBy(row, paging.IsBackward);
        var where = rows.Where(alias, Filter(alias), paging.AfterCondition(row), paging.BeforeCondition(row));
        var limit = $"limit {paging.Limit}{(needsMore ? " + 1" : "")}";
        var cut =
            $"(select {alias}.*{order.Columns(row)}{read.Columns} from {rows.From(alias)}{order.Joins(row)} where {where} order by {sort} {limit}) {alias}";
        return !isNumbered
            ? cut
            : $"(select {alias}.*, row_number() over (order by {order.OrderByColumns(paging.IsBackward)}) as {Position} from {cut}) {alias}";
    }

    private bool IsSelected(string name) =>
        scope
            .Statement.Collector.Collect((ObjectType)selected.Field.Type.Named, selected.Selections)
            .Any(field => field.Field.Name == name);

    private string? Filter(string other) =>
        filter is null ? null : FilterSql.Rows(filter, rows.Target, scope.Row(other), scope);
}
