using System.Linq.Expressions;
using System.Reflection;
using Indexer.GraphQL.Types;

namespace Indexer.Api.Model;

/// <summary>An object type over an entity: name, type, column and description of a field follow from its property.</summary>
/// <typeparam name="TRow">The entity.</typeparam>
internal sealed class ObjectMap<TRow>(ObjectType type, EntityMap<TRow> map, ScalarRegistry scalars)
    where TRow : class
{
    public ObjectType Type => type;

    public EntityMap<TRow> Map => map;

    /// <summary>
    /// A column. Clients may filter by it, order by it when it is an amount or a time, add it up when it is an amount, and
    /// group by it when many rows agree in such a value: not by amounts, heights and other numbers.
    /// </summary>
    /// <param name="property">The property.</param>
    /// <param name="name">The name in the schema; that of the property when left out.</param>
    /// <param name="scalar">Its scalar; by the property's type when left out.</param>
    /// <param name="description">What it is; the property's XML doc when left out.</param>
    public Field Add<TValue>(
        Expression<Func<TRow, TValue>> property,
        string? name = null,
        ScalarType? scalar = null,
        string? description = null
    )
    {
        var source = map.Property(property);
        var graphType =
            scalar is null ? scalars.TypeOf(source)
            : source.IsNullable ? scalar
            : scalar.NonNull();
        var field = type.Column(
            name ?? CamelCase(source.Name),
            graphType,
            map.Column(property),
            description ?? Description(source.PropertyInfo!)
        );
        var plain = Nullable.GetUnderlyingType(typeof(TValue)) ?? typeof(TValue);
        if (plain == typeof(Domain.Pha))
        {
            field.Sortable().Summable();
        }
        else if (plain == typeof(DateTimeOffset))
        {
            field.Sortable();
        }

        return (IsKind(plain) ? field : field.NotGroupable()).Filterable();
    }

    /// <summary>A column with the name of a network, of which those that are not known are refused.</summary>
    public Field AddNetwork(Expression<Func<TRow, string>> property, Func<string, string> refused) =>
        Add(property).Filterable(compared: null, refused);

    /// <summary>At most one row of another type with equal columns.</summary>
    public Field ToOne<TOther>(
        string name,
        ObjectMap<TOther> other,
        string description,
        bool required,
        params (Expression<Func<TRow, object?>> Mine, Expression<Func<TOther, object?>> Theirs)[] columns
    )
        where TOther : class => type.ToOne(name, other.Type, description, On(other.Map, columns), required);

    /// <summary>The rows of another type with equal columns.</summary>
    public Field ToMany<TOther>(
        string name,
        ObjectMap<TOther> other,
        string description,
        params (Expression<Func<TRow, object?>> Mine, Expression<Func<TOther, object?>> Theirs)[] columns
    )
        where TOther : class => type.ToMany(name, other.Type, description, On(other.Map, columns));

    /// <summary>The rows of another type for which a predicate over (this, other) holds.</summary>
    public Join Where<TOther>(ObjectMap<TOther> other, Func<RowOf<TRow>, RowOf<TOther>, string> predicate)
        where TOther : class => Join.On().Where((mine, theirs) => predicate(map.Of(mine), other.Map.Of(theirs)));

    public string Description(PropertyInfo property) => scalars.Documentation.Summary(property);

    /// <summary>The rows of another table with equal columns.</summary>
    public Join On<TOther>(
        EntityMap<TOther> other,
        params (Expression<Func<TRow, object?>> Mine, Expression<Func<TOther, object?>> Theirs)[] columns
    )
        where TOther : class =>
        Join.On([.. columns.Select(pair => (map.Column(pair.Mine), other.Column(pair.Theirs)))]);

    private static string CamelCase(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    private static bool IsKind(Type plain) =>
        plain.IsEnum
        || plain == typeof(bool)
        || plain == typeof(string)
        || plain == typeof(Domain.AccountId)
        || plain == typeof(DateTimeOffset);
}
