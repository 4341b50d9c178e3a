using Indexer.GraphQL.Types;

namespace Indexer.GraphQL.Planning;

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
