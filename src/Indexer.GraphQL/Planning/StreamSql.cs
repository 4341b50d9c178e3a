using Indexer.GraphQL.Inputs;
using Indexer.GraphQL.Types;

namespace Indexer.GraphQL.Planning;

/// <summary>Writes the statement that reads a page of a stream.</summary>
internal sealed class StreamSql
{
    private readonly SelectedField selected;
    private readonly StreamSource source;
    private readonly Scope scope;
    private readonly Ordering order;

    public StreamSql(SelectedField selected, Scope scope)
    {
        this.selected = selected;
        this.scope = scope;
        source = (StreamSource)selected.Field.Source!;
        order = Ordering.ByKey(source.Target);
    }

    public StreamPlan Write()
    {
        var alias = scope.Statement.NextAlias();
        var row = scope.Row(alias);
        var (from, upTo, limit) = (
            Slot("from", SqlType.BigInt),
            Slot("upTo", SqlType.BigInt),
            Slot("limit", SqlType.BigInt)
        );
        var key = order
            .Keys.Select((item, index) => Slot($"key {index}", SqlType.Text, $"::{SqlTypes.Name(item.Key.Type)}"))
            .ToList();
        var step = order.Keys[0].Key.Value.Sql(row);
        var rows = new Rows(source, parent: null, scope);
        var where = rows.Where(
            alias,
            $"{step} between {from.Sql} and {upTo.Sql}",
            $"{key[0].Sql} is null or {order.Beyond(row, [.. key.Select(slot => slot.Sql)], isBefore: false)}",
            Filter(row)
        );
        var page = new PageSize(scope.Page, _ => 1);
        scope.Statement.Costs.Add(new FieldCost(scope.Page, 1, page));
        var read = rows.Read(alias);
        var json = ObjectSql.Write(source.Target, selected.Selections, read, scope with { Page = page });
        var keys = string.Concat(order.Keys.Select(item => $", ({item.Key.Value.Sql(row)})::text"));
        var sort = order.OrderBy(row, isReversed: false);
        var sql =
            $"select {json}{keys} from (select {alias}.*{order.Columns(row)} from {rows.From(alias)} where {where} order by {sort} limit {limit.Sql}) {alias}{read.Joins} order by {sort}";
        return new StreamPlan(
            scope.Statement.Plain(selected, sql),
            new StreamSlots(from.Place, upTo.Place, limit.Place, [.. key.Select(slot => slot.Place)]),
            After(),
            scope.Statement.Refusal(selected)
        );
    }

    /// <summary>A parameter whose value comes with each page.</summary>
    private (string Sql, int Place) Slot(string name, SqlType type, string cast = "")
    {
        var parameter = scope.Statement.Parameter(("slot", name), type, isArray: false, _ => null);
        return (parameter + cast, scope.Statement.Parameters.Count - 1);
    }

    private string? Filter(SqlRow row) =>
        scope.Arguments.GetValueOrDefault("where") is ObjectInput filter
            ? FilterSql.Rows(filter, source.Row!, row, scope)
            : null;

    private Func<object?[], IReadOnlyList<string>?> After()
    {
        var value = scope.Arguments.GetValueOrDefault("after");
        if (value is null or NullInput)
        {
            return _ => null;
        }

        var read = LiteralCoercion.Leaf(value);
        return leaves => [.. order.Keys.Select((_, index) => order.Part("after", read(leaves), index)!)];
    }
}
