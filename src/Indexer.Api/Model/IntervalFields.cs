using System.Linq.Expressions;
using Indexer.Domain;
using Indexer.GraphQL.Types;

namespace Indexer.Api.Model;

/// <summary>From when to when a version of state held.</summary>
internal static class IntervalFields
{
    /// <summary>The heights and times of its begin and end.</summary>
    /// <param name="types">All types.</param>
    /// <param name="version">The type of the versions.</param>
    /// <param name="isOfSpaces">Whether Snapshot spaces, which have no heights, have such versions too.</param>
    public static void Add<TRow>(ProductTypes types, ObjectMap<TRow> version, bool isOfSpaces = false)
        where TRow : StateRow
    {
        if (isOfSpaces)
        {
            version.AddHeight(types, "fromHeight", row => row.Network, row => row.FromHeight);
        }
        else
        {
            version.Add(row => row.FromHeight).Sortable();
        }

        AddTime(
            "fromTime",
            "Time of the block at whose end it began, UTC; null when the block is not kept.",
            begins: true
        );
        if (isOfSpaces)
        {
            version.AddHeight(types, "toHeight", row => row.Network, row => row.ToHeight);
        }
        else
        {
            version.Add(row => row.ToHeight);
        }

        AddTime(
            "toTime",
            "Time of the block at whose end it ended, UTC; null while it lasts, and when the block is not kept.",
            begins: false
        );

        void AddTime(string name, string description, bool begins)
        {
            var block = types.Block;
            version
                .Type.Computed(
                    name,
                    Scalars.DateTime,
                    block.Type,
                    begins
                        ? version.On(
                            block.Map,
                            (row => row.Network, row => row.Network),
                            (row => row.FromHeight, row => row.Height)
                        )
                        : version.On(
                            block.Map,
                            (row => row.Network, row => row.Network),
                            (row => row.ToHeight, row => row.Height)
                        ),
                    (_, at) => block.Map.Of(at)[row => row.Time],
                    description
                )
                .Filterable()
                .Sortable();
        }
    }

    /// <summary>A height of rows that Snapshot spaces have too, where it is null: they have times only.</summary>
    public static Field AddHeight<TRow>(
        this ObjectMap<TRow> map,
        ProductTypes types,
        string name,
        Expression<Func<TRow, object?>> network,
        Expression<Func<TRow, object?>> height,
        string? description = null
    )
        where TRow : class =>
        map
            .Type.Computed(
                name,
                Scalars.Long,
                row => types.Names.Height(map.Map.Of(row)[network], map.Map.Of(row)[height]),
                $"{description ?? map.Description(map.Map.Property(height).PropertyInfo!)} Null on Snapshot."
            )
            .Filterable()
            .NotGroupable();

    /// <summary>The versions of a relation that are in force where it is read: those of the point in time that surrounds
    /// it, the current ones without it.</summary>
    public static Join InForce(this Join join, ProductTypes types) =>
        join.Where((parent, version) => parent.InForce(types.Pool.Type, version.ToString()));
}
