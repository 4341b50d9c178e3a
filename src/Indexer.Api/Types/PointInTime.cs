using Indexer.Api.Mapping;
using Indexer.Domain;
using Indexer.GraphQL.Types;

namespace Indexer.Api.Types;

/// <summary>The argument <c>asOf</c>: which version of the state is read.</summary>
internal static class PointInTime
{
    public static RowVersion Create(
        EntityMap<PoolState> states,
        EntityMap<Network> networks,
        EntityMap<Block> blocks,
        EntityMap<IngestionStatus> statuses
    )
    {
        var network = networks.As("at_network");
        var block = blocks.As("at_block");
        var status = statuses.As("at_status");
        return new RowVersion(
            "asOf",
            "AsOf",
            "A point in time for state: pools, positions, proposals, votes and what follows from them. Ledger rows (events, rewards, claims) and histories (tallies, delegations, memberships) are not narrowed by it.",
            row => $"{states.Of(row)[state => state.ToHeight]} is null"
        )
            .Case(
                "height",
                Scalars.Long,
                "At the end of the block with this height, on each network by its own heights. Above the last indexed block: as last indexed.",
                (row, height) => InForce(states.Of(row), height)
            )
            .Case(
                "timestamp",
                Scalars.DateTime,
                "After the last block whose time is not later than this, on each network.",
                (row, time) =>
                    InForce(
                        states.Of(row),
                        HeightOf(
                            states.Of(row),
                            $"""
                            select jsonb_object_agg({network[at => at.Name]}, (select {block[
                                at => at.Height
                            ]} from {block.From}
                             where {block[at => at.Network]} = {network[at => at.Name]} and {block[
                                at => at.Time
                            ]} <= {time}
                             order by {block[at => at.Time]} desc, {block[at => at.Height]} desc limit 1))
                            from {network.From}
                            """
                        )
                    )
            )
            .Case(
                "finalized",
                Scalars.Boolean,
                "True: at the last block that each network has finalized, which no reorganisation can change any more. False: as last indexed.",
                (row, finalized) =>
                    $"""
                        case when {finalized} then {InForce(
                            states.Of(row),
                            HeightOf(
                                states.Of(row),
                                $"select jsonb_object_agg({status[at => at.Network]}, {status[at => at.FinalizedHeight]}) from {status.From}"
                            )
                        )}
                        else {states.Of(row)[state => state.ToHeight]} is null end
                        """
            );
    }

    /// <summary>
    /// The height of a row's network among those of all networks. PostgreSQL reads these once for a statement, where a
    /// sub-query on the row's own network would be read for each row.
    /// </summary>
    private static string HeightOf(RowOf<PoolState> row, string heights) =>
        $"(({heights}) ->> {row[state => state.Network]})::bigint";

    private static string InForce(RowOf<PoolState> row, string height) =>
        $"({row[state => state.FromHeight]} <= {height} and ({row[state => state.ToHeight]} is null or {row[state => state.ToHeight]} > {height}))";
}
