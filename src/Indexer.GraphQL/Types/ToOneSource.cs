namespace Indexer.GraphQL.Types;

/// <summary>At most one row of another type.</summary>
internal sealed record ToOneSource(ObjectType Target, Join? Join) : RowsSource(Target, Join)
{
    /// <summary>The statement that finds the row.</summary>
    /// <param name="row">The row it belongs to.</param>
    /// <param name="related">The row it is.</param>
    public string LookUp(SqlRow row, SqlRow related)
    {
        var conditions = Conditions(row, related).DefaultIfEmpty("true");
        return $"select {related}.* from {From(row, related)} where {string.Join(" and ", conditions)}";
    }
}
