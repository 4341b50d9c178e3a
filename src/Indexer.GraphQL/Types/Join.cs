namespace Indexer.GraphQL.Types;

/// <summary>Which rows of the target belong to a row of the parent.</summary>
public sealed class Join
{
    private readonly List<Func<SqlRow, SqlRow, string>> conditions = [];

    private Join() { }

    internal Func<SqlRow, string>? Source { get; private set; }

    /// <summary>Rows with equal columns.</summary>
    /// <param name="columns">Pairs of a column of the parent and one of the target.</param>
    public static Join On(params (string Parent, string Target)[] columns)
    {
        var join = new Join();
        foreach (var (parent, target) in columns)
        {
            join.conditions.Add((from, to) => $"{to[target]} = {from[parent]}");
        }

        return join;
    }

    /// <summary>Rows of a relation computed for the parent, in place of the target's table.</summary>
    /// <param name="source">From the parent row to a FROM item without alias: a table function, or a sub-query in
    /// parentheses, with the target's columns.</param>
    public static Join From(Func<SqlRow, string> source) => new() { Source = source };

    /// <summary>Keeps only rows for which a predicate over (parent, target) holds too.</summary>
    /// <param name="predicate">Trusted SQL.</param>
    public Join Where(Func<SqlRow, SqlRow, string> predicate)
    {
        conditions.Add(predicate);
        return this;
    }

    internal IEnumerable<string> Conditions(SqlRow parent, SqlRow target) =>
        conditions.Select(condition => condition(parent, target));
}
