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
    public static string Write(SelectedField selected, ReadRow? parent, Scope scope)
    {
        if (selected.Field.Source is NodeSource nodes)
        {
            return nodes.IsList ? NodeSql.List(selected, scope) : NodeSql.One(selected, scope);
        }

        var source =
            selected.Field.Source as RowsSource
            ?? throw new InvalidOperationException($"Field {selected.Field.Name} has no value.");
        SqlRow? row = parent is null ? null : scope.Row(parent.Alias);
        var rows = new Rows(source, row, scope);
        return source switch
        {
            ToOneSource one when row is { } from && IsPlain(one, scope) => Joined(
                selected,
                parent!.Enter(one, from),
                scope
            ),
            ListSource list => List(selected, list.Limit, rows, parent, scope),
            ConnectionSource => new ConnectionSql(selected, rows, parent, scope).Write(),
            _ => ToOne(selected, rows, parent, scope),
        };
    }

    /// <summary>Whether the row depends on nothing but the parent, and can be told from none.</summary>
    private static bool IsPlain(ToOneSource source, Scope scope) =>
        source.Join is not null && scope.Arguments.Count == 0 && source.Target.Key.Count > 0;

    private static string Joined(SelectedField selected, ReadRow read, Scope scope)
    {
        scope.Statement.Costs.Add(new FieldCost(scope.Page, selected.Field.Points, Page: null));
        var value = ObjectSql.Write(read.Type, selected.Selections, read, scope);
        return $"case when {scope.Row(read.Alias)[read.Type.Key[0].Name]} is not null then {value} end";
    }

    private static string ToOne(SelectedField selected, Rows rows, ReadRow? parent, Scope scope)
    {
        var alias = scope.Statement.NextAlias();
        scope.Statement.Costs.Add(new FieldCost(scope.Page, selected.Field.Points, Page: null));
        var read = rows.Read(alias, parent);
        var value = ObjectSql.Write(rows.Target, selected.Selections, read, scope);
        return $"(select {value} from {rows.From(alias)}{read.Joins} where {rows.Where(alias)} limit 1)";
    }

    private static string List(SelectedField selected, int limit, Rows rows, ReadRow? parent, Scope scope)
    {
        var alias = scope.Statement.NextAlias();
        var page = new PageSize(scope.Page, _ => limit);
        scope.Statement.Costs.Add(new FieldCost(scope.Page, selected.Field.Points, page));
        var order = Ordering.Of(rows.Target, selected.Field, scope);
        var read = rows.Read(alias, parent, order);
        var value = ObjectSql.Write(rows.Target, selected.Selections, read, scope with { Page = page });
        var orderBy = order.Keys.Count == 0 ? "" : $" order by {order.OrderBy(scope.Row(alias), isReversed: false)}";
        var cut =
            $"(select {alias}.*{read.Columns} from {rows.From(alias)}{order.Joins(scope.Row(alias))} where {rows.Where(alias)}{orderBy} limit {limit})";
        // A column of its own: an aggregate of nothing but values of the parent would be one over the parent's rows.
        return $"(select {JsonSql.Array($"{alias}.v")} from (select {value} as v from {cut} {alias}{read.Joins}) {alias})";
    }
}

/// <summary>The rows a relation field reads: where from, and under which conditions.</summary>
internal sealed class Rows(RowsSource source, SqlRow? parent, Scope scope)
{
    public ObjectType Target => source.Target;

    /// <summary>A row, to write an object of it.</summary>
    /// <param name="alias">Its alias.</param>
    /// <param name="around">The row the field is selected on; null at the root.</param>
    /// <param name="order">The order of a list, cut out in a sub-query.</param>
    public ReadRow Read(string alias, ReadRow? around = null, Ordering? order = null) =>
        new(
            Target,
            source.Join,
            around,
            scope.Point,
            new LookUps(scope.Statement, scope.Row(alias), order?.Leads(scope.Row(alias)) ?? [])
        );

    /// <summary>The FROM item with its alias.</summary>
    public string From(string alias) => source.From(parent, scope.Row(alias));

    /// <summary>Every condition on a row, joined; <c>true</c> when there is none.</summary>
    public string Where(string alias, params IEnumerable<string?> more)
    {
        var row = scope.Row(alias);
        IEnumerable<string?> conditions = [.. source.Conditions(parent, row), .. ArgumentConditions(row), .. more];
        var given = conditions.Where(condition => condition is not null).Select(condition => $"({condition})").ToList();
        return given.Count == 0 ? "true" : string.Join(" and ", given);
    }

    private IEnumerable<string> ArgumentConditions(SqlRow row)
    {
        foreach (var argument in scope.Field?.Arguments ?? [])
        {
            if (
                argument.Condition is { } condition
                && scope.Arguments.GetValueOrDefault(argument.Name) is { } value and not NullInput
            )
            {
                var parameters = ArgumentParameters.For(scope.Statement, argument, value);
                if (condition.Refused is { } refused)
                {
                    scope.Statement.Refusals.Add(refused(parameters[0]));
                }

                yield return condition.Predicate(row, parameters);
            }
        }
    }
}
