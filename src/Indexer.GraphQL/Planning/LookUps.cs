using Indexer.GraphQL.Types;

namespace Indexer.GraphQL.Planning;

/// <summary>
/// The rows that are looked up for the row of a FROM item: each once, and those that order its list only there, from
/// where their columns come along.
/// </summary>
internal sealed class LookUps
{
    private readonly Dictionary<string, ReadRow> found = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SqlRow> ordering = new(StringComparer.Ordinal);
    private readonly List<(SqlRow From, SqlRow To)> carried = [];
    private readonly List<Func<string>> joins = [];
    private readonly Statement statement;

    /// <summary>None yet.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="row">The row of the FROM item.</param>
    /// <param name="leads">What the sub-query that cuts its list looks up: the relation and the row found.</param>
    public LookUps(Statement statement, SqlRow row, IEnumerable<(ToOneSource Relation, SqlRow Found)> leads)
    {
        (this.statement, Row) = (statement, row);
        foreach (var (relation, lead) in leads)
        {
            ordering.TryAdd(Text(relation, row), lead);
        }
    }

    public SqlRow Row { get; }

    /// <summary>What follows the row in FROM, once all its values are written.</summary>
    public string Joins => string.Concat(joins.Select(join => join()));

    /// <summary>What the sub-query that cuts the list must select besides, once all values are written.</summary>
    public string Columns =>
        string.Concat(
            carried.SelectMany(lead =>
                Read(lead.To).Select(column => $", {lead.From[column]} as {Carried(lead.To, column)}")
            )
        );

    /// <summary>Finds a row.</summary>
    /// <param name="relation">Which one.</param>
    /// <param name="row">The row that it belongs to: that of the FROM item, or one found before.</param>
    /// <param name="read">Makes it, at the first time.</param>
    public ReadRow Find(ToOneSource relation, SqlRow row, Func<SqlRow, ReadRow> read)
    {
        // The same look-up reads the same row, also when two fields each have a relation of their own for it.
        var lookUp = Text(relation, row);
        if (!found.TryGetValue(lookUp, out var known))
        {
            var lead = row.As($"{Row}_own{found.Count}");
            found[lookUp] = known = read(lead);
            joins.Add(ordering.TryGetValue(lookUp, out var from) ? Carry(from, lead) : LookUp(relation, row, lead));
        }

        return known;
    }

    private string Text(ToOneSource relation, SqlRow row) => relation.LookUp(row, row.As($"{Row}_own"));

    private Func<string> Carry(SqlRow from, SqlRow lead)
    {
        carried.Add((from, lead));
        return () =>
        {
            var columns = Read(lead).Select(column => $"{Row}.{Carried(lead, column)} as {Sql.Identifier(column)}");
            return $" cross join lateral (select {string.Join(", ", columns)}) {lead}";
        };
    }

    /// <summary>At most one row, and looked up row by row: a join that PostgreSQL could turn around would lose the order.</summary>
    private static Func<string> LookUp(ToOneSource relation, SqlRow row, SqlRow lead)
    {
        var join = $" left join lateral ({relation.LookUp(row, lead)} limit 1) {lead} on true";
        return () => join;
    }

    private IReadOnlyCollection<string> Read(SqlRow row) => statement.ColumnsOf(row.ToString());

    private static string Carried(SqlRow row, string column) => Sql.Identifier($"__{row}_{column}");
}
