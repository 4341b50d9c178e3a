using Indexer.Storage;

namespace Indexer.Exports.Sql;

/// <summary>Shares on their way over the bridge to accounts, in SQL: they are their receiver's from the moment they left.</summary>
internal static class FlightSteps
{
    private static readonly string Value = ShareSql.Value("shares", "vault.total_value", "vault.total_shares");

    /// <summary>The moment the shares left, and the one they arrived, beside the edges.</summary>
    public const string Moves = """
        union all
        select true, null, flight.*, sent_at, sent_at, sent_at, false from flight where sent_at >= $2
        union all
        select true, null, flight.*, arrived_at, arrived_at, arrived_at, true from flight where arrived_at >= $2
        """;

    /// <summary>Common table expressions up to <c>flight_step</c>, over <c>edge</c>.</summary>
    /// <param name="moves">What comes beside the edges: <see cref="Moves"/>, or nothing.</param>
    public static string Sql(string moves) =>
        $"""
            flight as materialized (
             select sent.network as sent_network, sent.event_height as sent_height, sent.event_index as sent_index,
              sent.event_time as sent_at, sent.transaction as sent_transaction, sent.reward_index as sent_since, sent.sender, sent.receiver,
              sent.amount as shares, arrived.network as arrived_network, arrived.event_height as arrived_height,
              arrived.event_index as arrived_index, arrived.event_time as arrived_at, arrived.transaction as arrived_transaction,
              arrived.reward_index as till, leg.l1,
              '0x' || encode(case when sent.direction = 'DEPOSIT' then sent.token else sent.remote_token end, 'hex') as pool_id
             from bridge_transfer sent
             join lateral (
              select l2.l1 from network l2 join network l1 on l1.name = l2.l1
              where sent.network = case when sent.direction = 'DEPOSIT' then l2.l1 else l2.name end order by l2.name limit 1) leg on true
             left join bridge_transfer arrived on {BridgeSql.AreSides(column => $"sent.{column}", column => $"arrived.{column}")}
              and arrived.to_height is null and arrived.event_time < $3
             where sent.receiver = any ($1) and sent.side = 'INITIATED' and sent.to_height is null and sent.event_time < $3),
            flight_place as (
             select false as moved, edge.n, flight.*, edge.at, edge.at - interval '1 microsecond' as until, edge.shown, false as arrives
             from flight join edge on edge.at > sent_at
             {moves}),
            flight_point as materialized (
             select place.moved, n, sent_network, sent_height, sent_index, sent_transaction, sender, receiver, shares, arrived_network,
              arrived_height, arrived_index, arrived_transaction, place.pool_id, at, shown, arrives,
              case when is_there then 0 else worth.value end as value,
              {ShareSql.Earned("shares", "begun.since", "case when is_there then ended.till else vault.reward_index end")} as earned,
              case when not place.moved then 0
               when is_there then -(worth.value - {ShareSql.Earned("shares", "ended.till", "vault.reward_index")})
               else worth.value - {ShareSql.Earned("shares", "begun.since", "vault.reward_index")} end as entered
             from flight_place place
             cross join lateral {StateSql.Pool("place.l1", "place.pool_id", StateSql.HeightAt("place.l1", "place.until"))} vault
             cross join lateral (select coalesce({Value}, 0) as value) worth
             cross join lateral (select arrives or (not place.moved and coalesce(place.arrived_at <= place.until, false)) as is_there) there
             cross join lateral (select coalesce(place.sent_since, (select sent.reward_index from {StateSql.Pool(
                "place.l1",
                "place.pool_id",
                StateSql.HeightAt("place.l1", "place.sent_at")
            )} sent)) as since) begun
             cross join lateral (select coalesce(place.till, (select arrived.reward_index from {StateSql.Pool(
                "place.l1",
                "place.pool_id",
                StateSql.HeightAt("place.l1", "place.arrived_at")
            )} arrived)) as till) ended),
            flight_step as materialized (
             select *, value - lag(value, 1, 0::numeric) over w as grown, earned - lag(earned, 1, 0::numeric) over w as rewarded
             from flight_point window w as (partition by sent_network, sent_height, sent_index order by at, moved, arrives))
            """;
}
