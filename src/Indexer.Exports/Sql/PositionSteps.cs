using Indexer.Storage;

namespace Indexer.Exports.Sql;

/// <summary>
/// The positions of accounts over time, in SQL. Between two points of a position (an edge of the period, a block that moved it) its value
/// changes by what was moved, by what it earned, and by what rounding left.
/// </summary>
internal static class PositionSteps
{
    /// <summary>Moves whose event states no PHA: they count with the value of the shares at that moment.</summary>
    private const string MovesShares =
        "('DUST_REMOVED', 'OWNER_SHARES_GAINED', 'OWNER_SHARES_CLAIMED', 'TRANSFER_IN', 'TRANSFER_OUT', 'BRIDGE_IN', 'BRIDGE_OUT')";

    /// <summary>Moves that state PHA where it is PHA that is staked, and none where it is vPHA.</summary>
    private const string MovesVpha = "('STAKED', 'UNSTAKED', 'SLASHED')";

    /// <summary>Stake events of the period.</summary>
    public const string Entries = """
        entry as materialized (
         select network, pool_id, account, height, case when kind = 'MIGRATED' then height + 1 else height end as state_height,
          index, ordinal, time, transaction, kind, counterparty, shares,
          case when kind = 'WITHDRAWAL' then -amount else value + unlocking_value end as stated
         from stake_event
         where account = any ($1) and pool_id is not null and time >= $2 and time < $3),
        """;

    /// <summary>No stake events: only what holds at the edges is read.</summary>
    public const string NoEntries = """
        entry as materialized (
         select network, pool_id, account, height, height as state_height, index, ordinal, time, transaction, kind, counterparty, shares,
          value as stated from stake_event where false),
        """;

    /// <summary>The network of the vault whose shares are on a network.</summary>
    private static string Home(string network) => $"coalesce({network}.l1, {network}.name)";

    private static readonly string VaultIndexThen =
        $"(select vault.reward_index from {StateSql.Pool(Home("l2"), "backing.backing_pool_id", StateSql.HeightAt(Home("l2"), "own.time"))} vault)";

    /// <summary>Common table expressions up to <c>position_step</c>, over <c>edge</c> and <c>entry</c>.</summary>
    public static readonly string Sql = $"""
        held as materialized (select distinct network, pool_id, account from position where account = any ($1)),
        place as materialized (
         select true as moved, null::int as n, network, pool_id, account, state_height as height, max(time) as at, max(time) as until,
          max(time) as shown
         from entry group by network, pool_id, account, state_height
         union all
         select false, n, network, pool_id, account, height, at, at - interval '1 microsecond', shown
         from network_edge join held using (network) where height is not null),
        crossing as materialized (
         select network, pool_id, account, from_height, since,
          sum(earned) over (partition by network, pool_id, account order by from_height) as earned
         from (
          select *, coalesce({ShareSql.Earned("lag(shares) over w", "lag(since) over w", "since")}, 0) as earned
          from (
           select held.*, version.from_height, version.shares, {VaultIndexThen} as since
           from held join network l2 on l2.name = held.network
           join pool_state backing on backing.network = held.network and backing.pool_id = held.pool_id and backing.to_height is null
            and backing.backing_pool_id is not null
           join position version on version.network = held.network and version.pool_id = held.pool_id
            and version.account = held.account
           join block own on own.network = version.network and own.height = version.from_height) version
          window w as (partition by network, pool_id, account order by from_height)) stretch),
        point as materialized (
         select place.*, priced.*,
          coalesce({ShareSql.Value("stake.shares", "priced.total_value", "priced.total_shares")}, 0) + stake.unlocking_value as value,
          own.reward_accumulator is null as compounds,
          case when is_own then stake.accrued_reward + {ShareSql.Earned("stake.shares", "stake.reward_index", "own.reward_index")}
           else coalesce(crossing.earned + {ShareSql.Earned("stake.shares", "crossing.since", "priced.reward_index")}, 0) end as earned
         from place
         join network on network.name = place.network
         cross join lateral (
          select * from position where position.network = place.network and position.pool_id = place.pool_id
           and position.account = place.account and position.from_height <= place.height
          order by position.from_height desc limit 1) stake
         cross join lateral {StateSql.Pool("place.network", "place.pool_id", "place.height")} own
         left join lateral {StateSql.Pool(Home("network"), "own.backing_pool_id", StateSql.HeightAt(Home("network"), "place.until"))} vault
          on own.backing_pool_id is not null
         cross join lateral (
          select own.backing_pool_id is null as is_own, own.total_value, own.total_shares, own.reward_index where own.backing_pool_id is null
          union all
          select false, vault.total_value, vault.total_shares, vault.reward_index where own.backing_pool_id is not null) priced
         left join crossing on crossing.network = place.network and crossing.pool_id = place.pool_id
          and crossing.account = place.account and crossing.from_height = stake.from_height),
        move as materialized (
         select entry.*, stated + case when kind in {MovesShares} or not point.is_own and kind in {MovesVpha} then sign(shares) * (
           coalesce({ShareSql.Value("abs(shares)", "point.total_value", "point.total_shares")}, 0)
           - case when point.is_own then {ShareSql.Earned(
            "abs(shares)",
            "0",
            StateSql.GrowthAfter(("entry.network", "entry.height", "entry.index", "entry.ordinal", "entry.pool_id"))
        )} else 0 end) else 0 end as amount
         from entry
         join point on point.moved and point.network = entry.network and point.pool_id = entry.pool_id
          and point.account = entry.account and point.height = entry.state_height),
        position_step as materialized (
         select *, value - lag(value, 1, 0::numeric) over w as grown, earned - lag(earned, 1, 0::numeric) over w as rewarded,
          compounded - lag(compounded, 1, 0::numeric) over w as added
         from (
          select moved, n, network, pool_id, account, height, at, shown, sum(value) as value, sum(earned) as earned,
           sum(compounded) as compounded, sum(amount) as entered
          from (
           select moved, n, network, pool_id, account, height, at, shown, value, earned, case when compounds then earned else 0 end as compounded,
            0 as amount from point
           union all
           select true, null, network, pool_id, account, state_height, time, time, 0, 0, 0, amount from move) part
          group by moved, n, network, pool_id, account, height, at, shown) whole
         window w as (partition by network, pool_id, account order by at, moved, height))
        """;
}
