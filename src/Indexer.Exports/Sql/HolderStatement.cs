namespace Indexer.Exports.Sql;

/// <summary>
/// The statement of a holder, in SQL: everything that changed what it had, from its parachain positions to the vault, the L2 and the bridge,
/// between its value before the first entry and after the last. $1 are its addresses, the period is from $2 on and before $3.
/// </summary>
internal static class HolderStatement
{
    /// <summary>What the value of a holding grew by beside what was moved: rewards that add to it, and rounding.</summary>
    private static string Grown(string rewarded = "rewarded") =>
        $"""
            cross join lateral (values (1, 'REWARD', {rewarded}), (3, 'ROUNDING', grown - {rewarded} - entered)) as line (part, kind, amount)
            where (moved or n > 0) and line.amount <> 0
            """;

    /// <summary>The columns of <c>export stake</c>, opening and closing included.</summary>
    public static readonly string Stake = $"""
        with {StateSql.PeriodEdges},
        {StateSql.NetworkEdges},
        {PositionSteps.Entries}
        {PositionSteps.Sql},
        {FlightSteps.Sql(FlightSteps.Moves)},
        {UnclaimedSteps.Sql(UnclaimedSteps.Moves)},
        balance as (
         select n, sum(value) as value from (
          select n, value from point where not moved
          union all
          select n, value from flight_point where not moved
          union all
          select n, value from unclaimed_point where not moved) holding
         group by n),
        line as (
         select 2 as part, kind, amount, time, network, height, index, ordinal, transaction, account as address, pool_id, counterparty, shares
         from move
         union all
         select 2, kind, amount, at, network, height, index, ordinal, transaction, account, pool_id, counterparty, shares
         from unclaimed_move
         union all
         select 2, case when arrives then 'FLIGHT_ARRIVED' else 'FLIGHT_SENT' end, entered, at,
          case when arrives then arrived_network else sent_network end, case when arrives then arrived_height else sent_height end,
          case when arrives then arrived_index else sent_index end, 0,
          case when arrives then arrived_transaction else sent_transaction end, receiver, pool_id, sender,
          case when arrives then -shares else shares end
         from flight_point where moved
         union all
         select line.part, line.kind, line.amount, shown, network, case when moved then height end, null, null, null, account, pool_id,
          null, null
         from position_step {Grown("added")}
         union all
         select line.part, line.kind, line.amount, shown, case when arrives then arrived_network else sent_network end,
          case when arrives then arrived_height when moved then sent_height end, null, null, null, receiver, pool_id, sender, null
         from flight_step {Grown()}
         union all
         select line.part, line.kind, line.amount, shown, case when claims then claimed_on else network end,
          case when claims then claim_height when moved then last_height end, null, null, null, account, pool_id, contract, null
         from unclaimed_step {Grown()})
        select kind, amount, time, network, height, index, ordinal, transaction, address, pool_id, counterparty, shares from (
         select 0 as part, 'OPENING' as kind, coalesce((select value from balance where n = 0), 0) as amount,
          nullif($2::timestamptz, '-infinity') as time, null as network, null::bigint as height, null::int as index, null::int as ordinal,
          null::bytea as transaction, null::bytea as address, null as pool_id, null::bytea as counterparty, null::numeric as shares
         union all
         select * from line
         union all
         select 9, 'CLOSING', coalesce((select value from balance where n = 1), 0), $3, null, null, null, null, null, null, null, null,
          null) statement
        order by part = 9, part <> 0, time, network, height, part, index, ordinal, pool_id, address, counterparty, kind, amount, transaction
        """;

    /// <summary>
    /// The columns of <c>export rewards</c>: what each position, transfer and unclaimed holding earned on each UTC day, and what its pools
    /// earned for their owner.
    /// </summary>
    public static readonly string Rewards = $"""
        with known as (
         select case when $2 > '-infinity'::timestamptz then $2 else least(
          (select min(time) from stake_event where account = any ($1)), (select min(event_time) from bridge_transfer where receiver = any ($1)),
          (select min(time) from migration_entry where account = any ($1))) end as since),
        edge as materialized (
         select (row_number() over (order by at))::int - 1 as n, at,
          greatest(lag(at) over (order by at), date_trunc('day', at - interval '1 microsecond', 'UTC')) as shown
         from (
          select $2::timestamptz as at
          union
          select generate_series(date_trunc('day', since at time zone 'UTC') + interval '1 day', $3 at time zone 'UTC', interval '1 day') at time zone 'UTC'
          from known
          union
          select $3) day
         where at <= $3),
        {StateSql.NetworkEdges},
        {PositionSteps.NoEntries}
        {PositionSteps.Sql},
        {FlightSteps.Sql("")},
        {UnclaimedSteps.Sql("")},
        balance as (
         select n, sum(earned) as earned from (
          select n, earned from point
          union all
          select n, earned from flight_point
          union all
          select n, earned from unclaimed_point) holding
         group by n),
        paid as (
         select network, height, index, ordinal, time, transaction, account, pool_id, kind, {StateSql.RewardWorth} as amount
         from reward where account = any ($1) and kind in ('OWNER', 'PAID') and time < $3),
        line as (
         select 1 as part, 'REWARD' as kind, rewarded as amount, shown as time, network, null::bigint as height, null::int as index,
          null::int as ordinal, null::bytea as transaction, account as address, pool_id
         from position_step where n > 0 and rewarded <> 0
         union all
         select 1, 'REWARD_ON_BRIDGE', rewarded, shown, sent_network, sent_height, sent_index, 0, sent_transaction, receiver, pool_id
         from flight_step where n > 0 and rewarded <> 0
         union all
         select 1, 'REWARD_UNCLAIMED', rewarded, shown, network, null, null, null, null, account, pool_id
         from unclaimed_step where n > 0 and rewarded <> 0
         union all
         select 2, kind, amount, time, network, height, index, ordinal, transaction, account, pool_id from paid where time >= $2)
        select kind, amount, time, network, height, index, ordinal, transaction, address, pool_id from (
         select 0 as part, 'OPENING' as kind, coalesce((select earned from balance where n = 0), 0)
           + coalesce((select sum(amount) from paid where time < $2), 0) as amount, nullif($2::timestamptz, '-infinity') as time,
          null as network, null::bigint as height, null::int as index, null::int as ordinal, null::bytea as transaction, null::bytea as address,
          null as pool_id
         union all
         select * from line
         union all
         select 9, 'CLOSING', coalesce((select earned from balance where n = (select max(n) from edge)), 0)
           + coalesce((select sum(amount) from paid), 0), $3, null, null, null, null, null, null, null) statement
        order by part = 9, part <> 0, time, network, part, height, index, ordinal, pool_id, address, kind, amount
        """;
}
