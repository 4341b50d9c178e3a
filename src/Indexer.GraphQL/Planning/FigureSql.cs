using Indexer.GraphQL.Types;

namespace Indexer.GraphQL.Planning;

/// <summary>Writes figures over the rows of a list: the columns of an aggregate query, and their JSON outside of it.</summary>
/// <param name="list">The rows.</param>
/// <param name="alias">The alias of the aggregate query outside.</param>
internal sealed class FigureSql(WholeList list, string alias)
{
    private readonly List<string> columns = [];

    public string Columns => string.Join(", ", columns.Select((column, index) => $"{column} as c{index}"));

    /// <summary>The JSON of the number of rows.</summary>
    public string Count() => Scalars.Int.Json(Column("count(*)"));

    /// <summary>The JSON of a figure of a field.</summary>
    public string Write(string figure, Field field)
    {
        var value = list.Column(field);
        return figure switch
        {
            "sum" => ObjectSql.Leaf(AggregateTypes.Sum(field), Sum(field, value)),
            "avg" => ObjectSql.Leaf(AggregateTypes.Mean(field), Mean(field, value)),
            _ => ObjectSql.Leaf(field.Type.Named, Column($"{figure}({value})")),
        };
    }

    private string Sum(Field field, string value) =>
        Column($"coalesce(sum({value}), 0){(AggregateTypes.Sum(field) == Scalars.Float ? "" : "::numeric")}");

    /// <summary>PostgreSQL rounds the mean of numerics to some digits; whole units are divided exactly instead.</summary>
    private string Mean(Field field, string value)
    {
        if (AggregateTypes.Mean(field) == Scalars.Float)
        {
            return Column($"avg({value})::double precision");
        }

        var (sum, count) = (Column($"sum({value})"), Column($"count({value})"));
        return $"(div({sum}, {count}) - case when mod({sum}, {count}) < 0 then 1 else 0 end)";
    }

    /// <summary>A column of the aggregate query, the same one for equal expressions.</summary>
    private string Column(string expression)
    {
        if (!columns.Contains(expression))
        {
            columns.Add(expression);
        }

        return $"{alias}.c{columns.IndexOf(expression)}";
    }
}

/// <summary>
/// All rows of a list as a common table expression with the values that figures are made of, so that the rows are read
/// once whatever is asked about them.
/// </summary>
internal sealed class WholeList(Rows rows, Scope scope, Func<string, string?> filter)
{
    private readonly string alias = scope.Statement.NextAlias();
    private readonly List<Field> values = [];

    public string Name => $"\"__{alias}\"";

    /// <summary>The column of a field's value.</summary>
    public string Column(Field field)
    {
        if (!values.Contains(field))
        {
            values.Add(field);
        }

        return $"v{values.IndexOf(field)}";
    }

    /// <summary>The definition, once every column is known.</summary>
    public string Definition()
    {
        var row = scope.Row(alias);
        var joins = values.Select((field, index) => Related(field)?.Joins(row, Role(index)));
        var columns = string.Join(", ", values.Select((field, index) => $"{Value(field, row, index)} as v{index}"));
        return $"{Name} as (select {columns} from {rows.From(alias)}{string.Concat(joins)} "
            + $"where {rows.Where(alias, filter(alias))})";
    }

    private static string Value(Field field, SqlRow row, int index) =>
        Related(field) is { } related
            ? related.Joined(row, Role(index))
            : $"({((ExpressionSource)field.Source!).Sql(row)})";

    private static string Role(int index) => $"value{index}";

    private static RelatedValue? Related(Field field) => ((ExpressionSource)field.Source!).Related;
}
