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
    public string Joined(SqlRow row, string role) => $"({Sql(Rows(row, role))})";

    /// <summary>The related rows joined to a list of rows, null where there are none: PostgreSQL can then read all of
    /// them in one go.</summary>
    public string Joins(SqlRow row, string role) => Joins(Rows(row, role));

    /// <summary>A value of the last row, reached by one more relation before.</summary>
    public RelatedValue Behind(ToOneSource relation) => new([relation, .. Path], rows => Sql([.. rows.Skip(1)]));

    private string Joins(List<SqlRow> rows) =>
        string.Concat(Path.Select((relation, index) => Join(relation, rows[index], rows[index + 1])));

    private static string Join(ToOneSource relation, SqlRow row, SqlRow related)
    {
        var conditions = relation.Conditions(row, related).DefaultIfEmpty("true");
        return $" left join lateral (select {related}.* from {relation.From(row, related)} "
            + $"where {string.Join(" and ", conditions)}) {related} on true";
    }

    private List<SqlRow> Rows(SqlRow row, string role)
    {
        List<SqlRow> rows = [row];
        foreach (var _ in Path)
        {
            rows.Add(rows[^1].Related(role));
        }

        return rows;
    }
}
