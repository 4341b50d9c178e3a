using Indexer.Api.Mapping;
using Indexer.Domain;
using Indexer.GraphQL.Types;

namespace Indexer.Api.Types;

/// <summary>From when to when a version of state held.</summary>
internal static class IntervalFields
{
    public static void Add<TRow>(ProductTypes types, ObjectMap<TRow> version)
        where TRow : StateRow
    {
        version.Add(row => row.FromHeight);
        AddTime(
            "fromTime",
            "Time of the block at whose end it began, UTC; null when the block is not kept.",
            begins: true
        );
        version.Add(row => row.ToHeight);
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

    /// <summary>The versions of a relation that are in force where it is read: those of the point in time that surrounds
    /// it, the current ones without it.</summary>
    public static Join InForce(this Join join, ProductTypes types) =>
        join.Where((parent, version) => parent.InForce(types.Pool.Type, version.ToString()));
}
