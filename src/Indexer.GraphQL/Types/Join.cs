namespace Indexer.GraphQL.Types;

/// <summary>Which rows of the target belong to a row of the parent.</summary>
public sealed class Join
{
    private readonly List<(string Parent, string Target)> columns = [];
    private readonly List<Func<SqlRow, SqlRow, string>> conditions = [];
    private Func<SqlRow, string>? through;

    private Join() { }

    internal Func<SqlRow, string>? Source { get; private set; }

    /// <summary>Rows with equal columns.</summary>
    /// <param name="columns">Pairs of a column of the parent and one of the target.</param>
    public static Join On(params (string Parent, string Target)[] columns)
    {
        var join = new Join();
        join.columns.AddRange(columns);
        return join;
    }

    /// <summary>
    /// Rows that a row of an intermediate table leads to. Filters over such a relation are plain joins, which
    /// PostgreSQL can start from either side.
    /// </summary>
    /// <param name="table">The intermediate table, with its schema if it is not on the search path. For a to-one
    /// relation it has at most one row per parent.</param>
    /// <param name="parent">A column of the parent, and the equal one of the intermediate table.</param>
    /// <param name="target">A column of the intermediate table, and the equal one of the target.</param>
    public static Join Through(
        string table,
        (string Parent, string Through) parent,
        (string Through, string Target) target
    ) => Through(_ => Sql.Table(table), parent, target);

    /// <summary>The same through rows that depend on the point in time.</summary>
    /// <param name="table">From the target row to a FROM item without alias.</param>
    /// <param name="parent">A column of the parent, and the equal one of the rows in between.</param>
    /// <param name="target">A column of the rows in between, and the equal one of the target.</param>
    public static Join Through(
        Func<SqlRow, string> table,
        (string Parent, string Through) parent,
        (string Through, string Target) target
    )
    {
        var join = new Join { through = table };
        join.conditions.Add((from, to) => $"{Between(to)[parent.Through]} = {from[parent.Parent]}");
        join.conditions.Add((_, to) => $"{to[target.Target]} = {Between(to)[target.Through]}");
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
        [
            .. columns.Select(pair => $"{target[pair.Target]} = {parent[pair.Parent]}"),
            .. conditions.Select(condition => condition(parent, target)),
        ];

    /// <summary>Whether the row that this leads to, from each row that another join led to, is the one that it started from.</summary>
    /// <param name="other">From that row here.</param>
    internal bool Undoes(Join other) =>
        columns.Count > 0
        && conditions.Count == 0
        && Source is null
        && columns.TrueForAll(pair => other.columns.Contains((pair.Target, pair.Parent)));

    /// <summary>The intermediate table as a further FROM item.</summary>
    internal string? Via(SqlRow target) => through is null ? null : $" cross join {through(target)} {Between(target)}";

    private static SqlRow Between(SqlRow target) => target.Related("via");
}
