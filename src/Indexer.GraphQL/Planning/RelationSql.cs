using Indexer.GraphQL.Inputs;
using Indexer.GraphQL.Types;

namespace Indexer.GraphQL.Planning;

/// <summary>Writes the JSON of fields that read rows of other types.</summary>
internal static class RelationSql
{
    /// <summary>SQL for the value of the field.</summary>
    /// <param name="selected">The field.</param>
    /// <param name="parent">The row it is selected on; null at the root.</param>
    /// <param name="scope">The scope of the field.</param>
    public static string Write(SelectedField selected, SqlRow? parent, Scope scope) =>
        selected.Field.Source switch
        {
            ToOneSource source => ToOne(selected, new Rows(source, parent, scope), scope),
            ListSource source => List(selected, source, new Rows(source, parent, scope), scope),
            ConnectionSource source => new ConnectionSql(selected, new Rows(source, parent, scope), scope).Write(),
            NodeSource => Node(selected, scope),
            _ => throw new InvalidOperationException($"Field {selected.Field.Name} has no value."),
        };

    private static string ToOne(SelectedField selected, Rows rows, Scope scope)
    {
        var alias = scope.Statement.NextAlias();
        scope.Statement.Costs.Add(new FieldCost(scope.Page, selected.Field.Points, Page: null));
        var read = new ReadRow(alias);
        var value = ObjectSql.Write(rows.Target, selected.Selections, read, scope);
        return $"(select {value} from {rows.From(alias)}{read.Joins} where {rows.Where(alias)} limit 1)";
    }

    private static string List(SelectedField selected, ListSource source, Rows rows, Scope scope)
    {
        var alias = scope.Statement.NextAlias();
        var page = new PageSize(scope.Page, _ => source.Limit);
        scope.Statement.Costs.Add(new FieldCost(scope.Page, 1, page));
        var read = new ReadRow(alias);
        var value = ObjectSql.Write(rows.Target, selected.Selections, read, scope with { Page = page });
        var order = Ordering.Of(rows.Target, selected.Field, scope);
        var orderBy = order.Keys.Count == 0 ? "" : $" order by {order.OrderBy(scope.Row(alias), isReversed: false)}";
        return $"(select coalesce(json_agg({value}), '[]') from (select {alias}.* from {rows.From(alias)}{order.Joins(scope.Row(alias))} "
            + $"where {rows.Where(alias)}{orderBy} limit {source.Limit}) {alias}{read.Joins})";
    }

    private static string Node(SelectedField selected, Scope scope)
    {
        var id = scope.Arguments["id"];
        var read = LiteralCoercion.Leaf(id);
        var name = GlobalId.TypeName(read(scope.Statement.Collector.Variables.Leaves) as string);
        var node = (InterfaceType)selected.Field.Type.Named;
        var target = name is null
            ? null
            : scope.Statement.Collector.Schema.PossibleTypes(node).FirstOrDefault(type => type.Name == name);
        if (target is null)
        {
            return "null::json";
        }

        var alias = scope.Statement.NextAlias();
        var row = scope.Row(alias);
        var key = target.Key.Select(
            (column, index) =>
                $"{row[column.Name]} = {scope.Statement.Parameter((id, index), SqlType.Text, false, leaves => KeyPart(read(leaves), target, index))}::{SqlTypes.Name(column.Type)}"
        );
        var rows = new Rows(new ToOneSource(target, Join: null), parent: null, scope);
        scope.Statement.Costs.Add(new FieldCost(scope.Page, 1, Page: null));
        var found = new ReadRow(alias);
        var value = ObjectSql.Write(target, selected.Selections, found, scope);
        return $"(select {value} from {rows.From(alias)}{found.Joins} where {rows.Where(alias, key)} limit 1)";
    }

    private static string? KeyPart(object? id, ObjectType target, int index) =>
        GlobalId.Decode(id as string) is { } parts && parts.Length == target.Key.Count + 1
            ? parts[index + 1]
            : throw new FormatException("Argument \"id\" is not a global id.");
}
