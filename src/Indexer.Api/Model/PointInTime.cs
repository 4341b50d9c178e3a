using Indexer.Domain;
using Indexer.GraphQL.Types;
using Indexer.Storage;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Indexer.Api.Model;

/// <summary>The argument <c>asOf</c>: which version of the state is read.</summary>
internal sealed class PointInTime(IModel model)
{
    /// <summary>The case in which the point is a height, which means another block on every network.</summary>
    public const string Height = "height";

    /// <summary>The case in which the point is what can change no more.</summary>
    public const string Finalized = "finalized";

    private readonly EntityMap<PoolState> states = new(model);
    private readonly RowOf<Network> network = new EntityMap<Network>(model).As("at_network");
    private readonly RowOf<Block> block = new EntityMap<Block>(model).As("at_block");
    private readonly RowOf<IngestionStatus> status = new EntityMap<IngestionStatus>(model).As("at_status");
    private readonly RowOf<Cursor> cursor = new EntityMap<Cursor>(model).As("at_cursor");

    /// <summary>The ways to name the point. One that is not indexed yet is refused.</summary>
    public RowVersion Create() =>
        new RowVersion(
            "asOf",
            "AsOf",
            "A point in time for state: pools, positions, proposals, votes and what follows from them. Objects read as of a point have ids of their own. Ledger rows (events, rewards, claims) and histories (tallies, delegations, memberships) are not narrowed by it.",
            row => $"{states.Of(row)[state => state.ToHeight]} is null"
        )
            .Case(
                Height,
                Scalars.Long,
                "At the end of the block with this height; of an ended chain the height after its last block is the one after its holdings were closed. Where several networks are asked, each is read at this height of its own, or as last indexed when it has not come so far; a height that none has come to is an error that tells how far they are. Snapshot spaces have no heights.",
                (row, height) => InForce(states.Of(row), height),
                BeyondHeight
            )
            .Case(
                "timestamp",
                Scalars.DateTime,
                "After the last block whose time is not later than this, on each network. It is an error while a network that is asked for goes on and is not indexed so far.",
                (row, time) => InForce(states.Of(row), HeightOf(states.Of(row), HeightsAt(time))),
                BeyondTime
            )
            .Case(
                Finalized,
                Scalars.Boolean,
                "True: at the last block that each network has finalized, which no reorganisation can change any more. False: as last indexed.",
                (row, _) =>
                    InForce(
                        states.Of(row),
                        HeightOf(
                            states.Of(row),
                            $"select jsonb_object_agg({status[at => at.Network]}, {status[at => at.FinalizedHeight]} + {AfterEnd(status[at => at.FinalizedHeight], "true")}) from {status.From} join {network.From} on {network[at => at.Name]} = {status[at => at.Network]}"
                        )
                    )
            );

    private string HeightsAt(string time) =>
        $"""
            select jsonb_object_agg({network[at => at.Name]}, (select {block[at => at.Height]} + {AfterEnd(
            block[at => at.Height],
            $"{block[at => at.Time]} < {time}"
        )} from {block.From}
             where {block[at => at.Network]} = {network[at => at.Name]} and {block[at => at.Time]} <= {time}
             order by {block[at => at.Time]} desc, {block[at => at.Height]} desc limit 1))
            from {network.From}
            """;

    /// <summary>1 from the end of an ended chain on: what it left is closed at the height after its last block.</summary>
    private string AfterEnd(string height, string isLater) =>
        $"(case when {height} = {network[at => at.LastBlock]} and {isLater} then 1 else 0 end)";

    private string BeyondHeight(string height, Func<string, string?> narrowed)
    {
        var isChain = $"not {NetworkNames.IsSpace(network)}";
        return $"""
            select case when count(*) > 0 and count(*) filter (where {isChain}) = 0
             then 'Argument "asOf": a Snapshot space has no heights; name a timestamp.'
             when {height} > max(coalesce({cursor[at => at.Height]} + {AfterEnd(
            cursor[at => at.Height],
            "true"
        )}, -1)) filter (where {isChain})
             then format('Argument "asOf": height %s is beyond what is indexed: %s.', {height},
              string_agg({HowFar(
                $"coalesce({cursor[at => at.Height]}::text, 'nothing')"
            )}) filter (where {isChain})) end
            {Indexed(narrowed)}
            """;
    }

    private string BeyondTime(string time, Func<string, string?> narrowed)
    {
        // A space that is followed is known up to when it was last asked, not only up to its last vote.
        var upTo =
            $"case when {NetworkNames.IsSpace(network)} and {status[at => at.State]} = '{EnumText.Of(IngestionState.Live)}' then greatest({cursor[at => at.Time]}, {status[at => at.UpdatedAt]}) else {cursor[at => at.Time]} end";
        // Of what nothing is indexed, nothing is told at any time; only who asks for it by name is told so.
        var isNamed = narrowed("network") is null ? "false" : "true";
        return $"""
            select case when count(*) > 0
             then format('Argument "asOf": %s is beyond what is indexed: %s.', {Text(time)},
              string_agg({HowFar($"coalesce({Text(upTo)}, 'nothing')")})) end
            {Indexed(narrowed)} and {status[at => at.State]} is distinct from '{EnumText.Of(IngestionState.Finished)}'
             and coalesce({upTo} < {time}, {isNamed})
            """;
    }

    private string HowFar(string place) =>
        $"format('%s up to %s', {network[at => at.Name]}, {place}), ', ' order by {network[at => at.Name]}";

    /// <summary>The networks that are asked for, with how far they are indexed.</summary>
    private string Indexed(Func<string, string?> narrowed) =>
        $"""
            from {network.From}
             left join {cursor.From} on {cursor[at => at.Network]} = {network[at => at.Name]}
             left join {status.From} on {status[at => at.Network]} = {network[at => at.Name]}
             where {(narrowed("network") is { } names ? $"{network[at => at.Name]} = any ({names})" : "true")}
            """;

    private static string Text(string time) => $"to_char({time} at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')";

    /// <summary>
    /// The height of a row's network among those of all networks. PostgreSQL reads these once for a statement, where a
    /// sub-query on the row's own network would be read for each row.
    /// </summary>
    private static string HeightOf(RowOf<PoolState> row, string heights) =>
        $"(({heights}) ->> {row[state => state.Network]})::bigint";

    private static string InForce(RowOf<PoolState> row, string height) =>
        $"({row[state => state.FromHeight]} <= {height} and ({row[state => state.ToHeight]} is null or {row[state => state.ToHeight]} > {height}))";
}
