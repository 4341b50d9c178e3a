using Indexer.GraphQL.Types;

namespace Indexer.GraphQL.Planning;

/// <summary>
/// A row that an object is written of, and the way to the rows that its values and fields lead to. What leads back to
/// the row around it is not looked up at all.
/// </summary>
/// <param name="type">What it is a row of.</param>
/// <param name="join">How it belongs to the row around it; null when it does not.</param>
/// <param name="parent">The row around it; null at the root.</param>
/// <param name="point">The point in time that it is read at.</param>
/// <param name="lookUps">What is looked up for it.</param>
/// <param name="found">The row, when it is one of those that were looked up.</param>
internal sealed class ReadRow(
    ObjectType type,
    Join? join,
    ReadRow? parent,
    VersionPoint? point,
    LookUps lookUps,
    SqlRow? found = null
)
{
    public ObjectType Type => type;

    public string Alias { get; } = (found ?? lookUps.Row).ToString();

    /// <summary>What follows the row in FROM, once all its values are written.</summary>
    public string Joins => lookUps.Joins;

    /// <summary>What the sub-query that cuts its list must select besides, once all values are written.</summary>
    public string Columns => lookUps.Columns;

    /// <summary>A value of the row.</summary>
    public string Value(ExpressionSource source, SqlRow row)
    {
        if (source.Related is not { } related)
        {
            return source.Sql(row);
        }

        var at = this;
        return related.Over(
            row,
            (relation, from) =>
            {
                at = at.Enter(relation, from);
                return from.As(at.Alias);
            }
        );
    }

    /// <summary>The row that a relation leads to. Its columns are null where there is none.</summary>
    /// <param name="relation">A relation of this row.</param>
    /// <param name="row">This row where the relation is read.</param>
    public ReadRow Enter(ToOneSource relation, SqlRow row) =>
        IsParent(relation)
            ? parent!
            : lookUps.Find(
                relation,
                row,
                lead => new ReadRow(relation.Target, relation.Join, this, point, lookUps, lead)
            );

    /// <summary>Whether a relation leads to the row around this one: it undoes the way that led here.</summary>
    private bool IsParent(ToOneSource relation) =>
        parent is { } around
        && around.Type == relation.Target
        && around.IsOfTable
        && around.IsAt(point)
        && join is not null
        && relation.Join is { } back
        && back.Undoes(join);

    private bool IsOfTable => join?.Source is null;

    private bool IsAt(VersionPoint? other) => point == other;
}
