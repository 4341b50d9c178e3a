using Indexer.Api.Mapping;
using Indexer.Domain;
using Indexer.GraphQL.Types;

namespace Indexer.Api.Types;

/// <summary>The argument <c>asOf</c>: which version of the state is read.</summary>
internal static class PointInTime
{
    public static RowVersion Create(
        EntityMap<PoolState> states,
        EntityMap<Block> blocks,
        EntityMap<IngestionStatus> statuses
    )
    {
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
                    $"""
                        (select {InForce(states.Of(row), block[at => at.Height])} from {block.From}
                         where {block[at => at.Network]} = {states.Of(row)[state => state.Network]} and {block[
                            at => at.Time
                        ]} <= {time}
                         order by {block[at => at.Time]} desc, {block[at => at.Height]} desc limit 1)
                        """
            )
            .Case(
                "finalized",
                Scalars.Boolean,
                "True: at the last block that each network has finalized, which no reorganisation can change any more. False: as last indexed.",
                (row, finalized) =>
                    $"""
                        case when {finalized} then
                         (select {InForce(states.Of(row), status[at => at.FinalizedHeight])} from {status.From}
                          where {status[at => at.Network]} = {states.Of(row)[state => state.Network]})
                        else {states.Of(row)[state => state.ToHeight]} is null end
                        """
            );
    }

    private static string InForce(RowOf<PoolState> row, string height) =>
        $"({row[state => state.FromHeight]} <= {height} and ({row[state => state.ToHeight]} is null or {row[state => state.ToHeight]} > {height}))";
}
