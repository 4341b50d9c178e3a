using System.Text;
using Indexer.GraphQL.Types;

namespace Indexer.GraphQL.Planning;

/// <summary>
/// A row that an object is written of, and the rows that its values lead to: each is looked up once, however many values
/// read it.
/// </summary>
/// <param name="alias">The alias of the row.</param>
internal sealed class ReadRow(string alias)
{
    private readonly Dictionary<string, SqlRow> related = new(StringComparer.Ordinal);
    private readonly StringBuilder joins = new();

    public string Alias => alias;

    /// <summary>What follows the row in FROM, once all its values are written.</summary>
    public string Joins => joins.ToString();

    /// <summary>A value of the row.</summary>
    public string Value(ExpressionSource source, SqlRow row) =>
        source.Related is { } value ? value.Over(row, Lead) : source.Sql(row);

    private SqlRow Lead(ToOneSource relation, SqlRow row)
    {
        // The same look-up reads the same row, also when two fields each have a relation of their own for it.
        var lookUp = relation.LookUp(row, row.Related("own"));
        if (!related.TryGetValue(lookUp, out var lead))
        {
            lead = row.Related($"own{related.Count}");
            related.Add(lookUp, lead);
            // At most one row, and looked up row by row: a join that PostgreSQL could turn around would lose the order.
            joins.Append($" left join lateral ({relation.LookUp(row, lead)} limit 1) {lead} on true");
        }

        return lead;
    }
}
