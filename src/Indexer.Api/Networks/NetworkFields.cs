using Indexer.Api.Model;
using Indexer.GraphQL.Types;

namespace Indexer.Api.Networks;

/// <summary>Networks, blocks and how far they are indexed.</summary>
internal static class NetworkFields
{
    public static void Add(ProductTypes types)
    {
        AddDisagreement(types);
        AddNetwork(types);
        AddStatus(types);
        AddBlock(types);
    }

    /// <summary>The root fields.</summary>
    public static void AddRoots(ProductTypes types, ObjectType query)
    {
        query.ToMany("networks", types.Network.Type, "The networks that are or were indexed, ordered by name.");
        query
            .ToOne("network", types.Network.Type, "A network.")
            .Argument(
                "name",
                Scalars.String.NonNull(),
                "Its name: khala, phala, ethereum, phala-l2, or as configured. A name that is not known is an error that lists those that are.",
                (row, name) => $"{types.Network.Map.Of(row)[network => network.Name]} = {name}",
                refused: name => types.Names.Refusal($"array[{name}]")
            );
        query.List(
            "status",
            types.IngestionStatus.Type,
            "How far each network is indexed and what its ingestion is doing, ordered by network."
        );
    }

    private static void AddNetwork(ProductTypes types)
    {
        var network = types.Network;
        network.Add(row => row.Name);
        network.Add(row => row.Kind);
        network.Add(row => row.GenesisHash, scalar: types.Scalars.Hash);
        network.Add(row => row.ChainId);
        network.AddHeight(types, "startHeight", row => row.Name, row => row.StartBlock);
        network.AddHeight(types, "lastHeight", row => row.Name, row => row.LastBlock);
        AddIndexed(types, network.Type, row => network.Map.Of(row)[item => item.Name]);
        network.ToOne(
            "status",
            types.IngestionStatus,
            "What its ingestion is doing; null before its first start.",
            required: false,
            (row => row.Name, status => status.Network)
        );
        network
            .ToMany(
                "blocks",
                types.Block,
                "Blocks with indexed events, and those above the finalized one.",
                (row => row.Name, block => block.Network)
            )
            .OrderedBy(("HEIGHT", SortDirection.Descending));
        network.Type.List(
            "disagreements",
            types.Disagreement.Type,
            "Where its endpoints contradicted each other, by height; at most 1,000.",
            network.Where(types.Disagreement, (mine, row) => $"{row[item => item.Network]} = {mine[item => item.Name]}")
        );
    }

    private static void AddDisagreement(ProductTypes types)
    {
        var disagreement = types.Disagreement;
        disagreement.Add(row => row.Height);
        disagreement.Add(row => row.Subject);
        disagreement.Add(row => row.Taken);
        disagreement.Add(row => row.TakenAnswer);
        disagreement.Add(row => row.Refused);
        disagreement.Add(row => row.RefusedAnswer);
        disagreement.Add(row => row.SeenAt, "seenTime");
    }

    private static void AddStatus(ProductTypes types)
    {
        var status = types.IngestionStatus;
        status.Add(row => row.Network);
        status.Add(row => row.State);
        status.Add(row => row.Reason);
        status.Add(row => row.Since, "sinceTime");
        status.Add(row => row.NextTryAt, "nextTryTime");
        status.AddHeight(types, "headHeight", row => row.Network, row => row.HeadHeight);
        status.AddHeight(types, "finalizedHeight", row => row.Network, row => row.FinalizedHeight);
        status.Add(row => row.UpdatedAt, "updatedTime");
        AddIndexed(types, status.Type, row => status.Map.Of(row)[item => item.Network]);
        var cursor = types.Cursors.As("indexed");
        var network = types.Network.Map.As("indexed_network");
        status.Type.Computed(
            "lag",
            Scalars.Long,
            row =>
            {
                var mine = status.Map.Of(row);
                return types.Names.Height(
                    mine[item => item.Network],
                    $"""
                    greatest({mine[item => item.HeadHeight]} - coalesce(
                     (select {cursor[item => item.Height]} from {cursor.From} where {cursor[
                        item => item.Network
                    ]} = {mine[item => item.Network]}),
                     (select {network[item => item.StartBlock]} - 1 from {network.From} where {network[
                        item => item.Name
                    ]} = {mine[item => item.Network]})), 0)
                    """
                );
            },
            "Blocks between the chain's best block as last seen and the last indexed one; null before the chain answered, and on Snapshot."
        );
    }

    private static void AddIndexed(ProductTypes types, ObjectType type, SqlExpression network)
    {
        var cursor = types.Cursors.As("indexed");
        string Read(SqlRow row, string column) =>
            $"(select {column} from {cursor.From} where {cursor[item => item.Network]} = {network(row)})";
        type.Computed(
            "indexedHeight",
            Scalars.Long,
            row => types.Names.Height(network(row), Read(row, cursor[item => item.Height])),
            "Height of the last indexed block; null before the first, and on Snapshot: indexedTime tells how far it is."
        );
        type.Computed(
            "indexedHash",
            types.Scalars.Hash,
            row => types.Names.Height(network(row), Read(row, cursor[item => item.Hash])),
            "Hash of the last indexed block; null before the first, and on Snapshot."
        );
        type.Computed(
            "indexedTime",
            Scalars.DateTime,
            row => Read(row, cursor[item => item.Time]),
            "Time of the last indexed block, on Snapshot of the last indexed change, UTC; null before the first."
        );
        type.Computed(
            "events",
            Scalars.Long,
            row => Read(row, cursor[item => item.Events]),
            "Events handled so far; null before the first block."
        );
        type.Computed(
            "entries",
            Scalars.Long,
            row => Read(row, cursor[item => item.Entries]),
            "Ledger rows written so far; null before the first block."
        );
    }

    private static void AddBlock(ProductTypes types)
    {
        var block = types.Block;
        block.AddNetwork(row => row.Network, types.Names.Refusal);
        block.Add(row => row.Height).Sortable();
        block.Add(row => row.Hash, scalar: types.Scalars.Hash);
        block.Add(row => row.ParentHash, scalar: types.Scalars.Hash);
        block.Add(row => row.Time);
        block.Add(row => row.SpecVersion);
        block.Add(row => row.Events);
        block.ToMany(
            "stakeEvents",
            types.StakeEvent,
            "Stake events of the block.",
            (row => row.Network, entry => entry.Network),
            (row => row.Height, entry => entry.Height)
        );
        block.ToMany(
            "rewards",
            types.Reward,
            "Rewards of the block.",
            (row => row.Network, reward => reward.Network),
            (row => row.Height, reward => reward.Height)
        );
    }
}
