namespace Indexer.GraphQL.Types;

/// <summary>A value over a row and the row that a to-one relation leads to.</summary>
/// <param name="Relation">The relation.</param>
/// <param name="Sql">From the row and the related one to SQL.</param>
internal sealed record RelatedValue(ToOneSource Relation, Func<SqlRow, SqlRow, string> Sql)
{
    /// <summary>The value as a sub-query of its own.</summary>
    public string Inline(SqlRow row)
    {
        var related = row.Related("own");
        return $"(select {Sql(row, related)} {Source(row, related)})";
    }

    /// <summary>The related row joined to a list of rows: PostgreSQL can then read all of them in one go.</summary>
    /// <param name="row">A row of the list.</param>
    /// <param name="related">The related row, null where there is none.</param>
    public string Join(SqlRow row, SqlRow related) =>
        $" left join lateral (select {related}.* {Source(row, related)}) {related} on true";

    private string Source(SqlRow row, SqlRow related)
    {
        var conditions = Relation.Conditions(row, related);
        return $"from {Relation.From(row, related)} where {string.Join(" and ", conditions.DefaultIfEmpty("true"))}";
    }
}
