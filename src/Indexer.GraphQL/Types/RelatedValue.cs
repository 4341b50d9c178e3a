namespace Indexer.GraphQL.Types;

/// <summary>A value over a row and the rows that to-one relations lead to, each from the one before.</summary>
/// <param name="Path">The relations.</param>
/// <param name="Sql">From the row and the related ones to SQL.</param>
internal sealed record RelatedValue(IReadOnlyList<ToOneSource> Path, Func<IReadOnlyList<SqlRow>, string> Sql)
{
    /// <summary>The value as a sub-query of its own.</summary>
    public string Inline(SqlRow row)
    {
        var rows = Rows(row, "own");
        return $"(select {Sql(rows)} from (select) start{Joins(rows)})";
    }

    /// <summary>The value where <see cref="Joins(SqlRow, string)"/> are made.</summary>
    /// <param name="row">A row of the list.</param>
    /// <param name="role">Tells several such values of a list apart.</param>
    public string Joined(SqlRow row, string role) => Over(row, (_, before) => before.Related(role));

    /// <summary>The value over rows that are found otherwise.</summary>
    /// <param name="row">The row.</param>
    /// <param name="lead">From a relation and a row to the related row.</param>
    public string Over(SqlRow row, Func<ToOneSource, SqlRow, SqlRow> lead) => $"({Sql(Rows(row, lead))})";

    /// <summary>The related rows joined to a list of rows, null where there are none: PostgreSQL can then read all of
    /// them in one go.</summary>
    public string Joins(SqlRow row, string role) => Joins(Rows(row, role));

    /// <summary>A value of the last row, reached by one more relation before.</summary>
    public RelatedValue Behind(ToOneSource relation) => new([relation, .. Path], rows => Sql([.. rows.Skip(1)]));

    private string Joins(List<SqlRow> rows) =>
        string.Concat(
            Path.Select(
                (relation, index) =>
                    $" left join lateral ({relation.LookUp(rows[index], rows[index + 1])}) {rows[index + 1]} on true"
            )
        );

    private List<SqlRow> Rows(SqlRow row, string role) => Rows(row, (_, before) => before.Related(role));

    private List<SqlRow> Rows(SqlRow row, Func<ToOneSource, SqlRow, SqlRow> lead)
    {
        List<SqlRow> rows = [row];
        foreach (var relation in Path)
        {
            rows.Add(lead(relation, rows[^1]));
        }

        return rows;
    }
}
