using System.Linq.Expressions;
using Indexer.GraphQL.Types;

namespace Indexer.Api.Model;

/// <summary>A row of a table in SQL, its columns named by properties.</summary>
/// <typeparam name="TRow">The entity.</typeparam>
/// <param name="map">The table.</param>
/// <param name="alias">The alias of the row.</param>
/// <param name="column">From the name of a column to its SQL.</param>
internal sealed class RowOf<TRow>(EntityMap<TRow> map, string alias, Func<string, string> column)
    where TRow : class
{
    /// <summary>The row with what surrounds it, where a field belongs to it; null in sub-queries of their own.</summary>
    public SqlRow? Sql { get; init; }

    /// <summary>The alias of the row.</summary>
    public string Alias => alias;

    /// <summary>The table with the alias, for a FROM clause.</summary>
    public string From => $"\"{map.Table}\" {alias}";

    /// <summary>A column of the row.</summary>
    public string this[Expression<Func<TRow, object?>> property] => Column(property);

    /// <summary>A column of the row, by its name in the database.</summary>
    public string Named(string name) => column(name);

    /// <summary>A column of the row, by a property of any type.</summary>
    public string Column<TValue>(Expression<Func<TRow, TValue>> property) => column(map.Column(property));
}
