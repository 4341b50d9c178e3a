namespace Indexer.GraphQL.Types;

/// <summary>The row that a piece of SQL is written about.</summary>
public readonly struct SqlRow
{
    private readonly string alias;
    private readonly ISqlScope scope;

    internal SqlRow(string alias, ISqlScope scope)
    {
        this.alias = alias;
        this.scope = scope;
    }

    /// <summary>A column of the row. Columns must be named so: of rows that were looked up before, only those come along.</summary>
    /// <param name="column">Its name in the database.</param>
    public string this[string column] => scope.Column(alias, column);

    /// <summary>The parameter of an argument of the field being computed, or SQL null when it was left out.</summary>
    /// <param name="name">The argument's name in the schema; a scalar or enum, or a list of them.</param>
    public string Argument(string name) => scope.Argument(name);

    /// <summary>The predicate that keeps the row versions in force where this row is read: those of the enclosing
    /// point-in-time argument, the current ones without it.</summary>
    /// <param name="type">A versioned type.</param>
    /// <param name="otherAlias">The alias of its rows in the surrounding SQL.</param>
    public string InForce(ObjectType type, string otherAlias) => scope.InForce(type, otherAlias);

    /// <summary>The point in time at which rows are read here; null where none is named.</summary>
    /// <param name="version">The argument that names it.</param>
    /// <returns>The way in which it is named (<see cref="RowVersion.Case"/>), and SQL for its value.</returns>
    public (string Case, string Value)? PointIn(RowVersion version) => scope.PointIn(version);

    /// <summary>A row of another table that belongs to this one, in the same surroundings.</summary>
    internal SqlRow Related(string role) => As($"{alias}_{role}");

    /// <summary>A row under another alias, in the same surroundings.</summary>
    internal SqlRow As(string other) => new(other, scope);

    /// <summary>The alias of the row, for <see cref="InForce"/>; its columns are read through the indexer.</summary>
    public override string ToString() => alias;
}

/// <summary>What surrounds a row: arguments of the field and the point in time.</summary>
internal interface ISqlScope
{
    string Column(string alias, string column);

    string Argument(string name);

    string InForce(ObjectType type, string alias);

    (string Case, string Value)? PointIn(RowVersion version);
}

/// <summary>SQL for one value, over the alias of the row it belongs to.</summary>
/// <param name="row">The row; interpolated it is its alias.</param>
/// <returns>Trusted SQL: nothing a client sent except through parameters.</returns>
public delegate string SqlExpression(SqlRow row);
