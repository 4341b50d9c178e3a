namespace Indexer.GraphQL.Types;

/// <summary>Rows of another type.</summary>
/// <param name="Target">Their type.</param>
/// <param name="Join">Which ones; null means all.</param>
internal abstract record RowsSource(ObjectType Target, Join? Join) : FieldSource
{
    /// <summary>The FROM items, the rows under their alias first.</summary>
    /// <param name="parent">The row the field is selected on; null at the root.</param>
    /// <param name="row">A row of the target.</param>
    public string From(SqlRow? parent, SqlRow row)
    {
        var source = Join?.Source is { } computed ? computed(parent ?? row) : Target.Table;
        return source is null
            ? throw new InvalidOperationException($"Type {Target.Name} has no table and its field names no source.")
            : $"{source} {row}{Join?.Via(row)}";
    }

    /// <summary>The conditions that keep the rows of the parent, and of versioned ones those in force.</summary>
    /// <param name="parent">The row the field is selected on; null at the root.</param>
    /// <param name="row">A row of the target.</param>
    public IEnumerable<string> Conditions(SqlRow? parent, SqlRow row)
    {
        IEnumerable<string> joined = Join is not null && parent is { } outer ? Join.Conditions(outer, row) : [];
        return Target.Version is null ? joined : joined.Append(row.InForce(Target, row.ToString()));
    }
}
