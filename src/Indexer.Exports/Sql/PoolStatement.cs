namespace Indexer.Exports.Sql;

/// <summary>
/// The statements of the pools of a network, in SQL that is read part after part: what opens, the entries in the order of the ledger, what
/// closes. $1 is the network, the period is from $2 on and before $3, $4 is the pool, or null for all.
/// </summary>
internal static class PoolStatement
{
    /// <summary>Keeps to the part of the ledger's key that the period covers, so that a whole network is read in order without sorting.</summary>
    private const string InPeriod = """
        network = $1 and time >= $2 and time < $3
         and height >= coalesce((select height from block where network = $1 and time >= $2 order by time, height limit 1), 0)
         and height <= coalesce((select height from block where network = $1 and time < $3 order by time desc, height desc limit 1), -1)
        """;

    private static readonly string PoolEdges = $"""
        {StateSql.PeriodEdges},
        {StateSql.NetworkEdges},
        stands as materialized (
         select edge.n, pool.id as pool_id, pool.kind, state.total_value as value, state.rewards_to_stakers, state.rewards_to_owner,
          case when pool.kind in ('STAKING_CONTRACT', 'COLLATERAL') then coalesce((select sum({StateSql.RewardWorth}) from reward
           where reward.network = pool.network and reward.pool_id = pool.id and reward.kind = 'PAID' and reward.time < edge.at), 0) else 0 end as paid,
          state.reward_accumulator is null as compounds
         from network_edge edge
         join pool on pool.network = edge.network and ($4::text is null or pool.id = $4)
         cross join lateral {StateSql.Pool("pool.network", "pool.id", "edge.height")} state
         where edge.network = $1)
        """;

    /// <summary>The columns of <c>export stake</c>, in three parts.</summary>
    /// <param name="ofPool">Whether it is one pool's.</param>
    public static IReadOnlyList<string> Stake(bool ofPool) =>
        [
            Balance("OPENING", 0, "value", ", null, null, null, null, null, null, null, null, null"),
            $"""
                select kind, value, time, network, height, index, ordinal, transaction, account, pool_id, counterparty, shares
                from stake_event where {InPeriod} and pool_id is not null and ($4::text is null or pool_id = $4) {Order(
                    ofPool
                )}
                """,
            Grown,
            Balance("CLOSING", 1, "value", ", null, null, null, null, null, null, null, null, null"),
        ];

    /// <summary>The columns of <c>export rewards</c>, in three parts.</summary>
    /// <param name="ofPool">Whether it is one pool's.</param>
    public static IReadOnlyList<string> Rewards(bool ofPool) =>
        [
            Balance(
                "OPENING",
                0,
                "rewards_to_stakers + rewards_to_owner + paid",
                ", null, null, null, null, null, null, null"
            ),
            $"""
                select kind, {StateSql.RewardWorth}, time, network, height, index, ordinal, transaction, account, pool_id
                from reward where {InPeriod} and kind in ('STAKERS', 'CORRECTION', 'COMMISSION', 'OWNER', 'PAID') and ($4::text is null or pool_id = $4) {Order(
                ofPool
            )}
                """,
            Balance(
                "CLOSING",
                1,
                "rewards_to_stakers + rewards_to_owner + paid",
                ", null, null, null, null, null, null, null"
            ),
        ];

    /// <summary>
    /// What the value of each pool grew by in the period beside its stake events: rewards, of which a vault's commission is none since it moves no
    /// value; and where the PHA vault stated other assets than its events add up to, the difference.
    /// </summary>
    private static string Grown =>
        $"""
            with {PoolEdges},
            grown as (
             select finish.pool_id, finish.kind,
              case when finish.compounds then finish.rewards_to_stakers - coalesce(start.rewards_to_stakers, 0) else 0 end
              + case when finish.kind = 'VAULT' then finish.rewards_to_owner - coalesce(start.rewards_to_owner, 0) else 0 end as amount
             from stands finish left join stands start on start.pool_id = finish.pool_id and start.n = 0
             where finish.n = 1),
            stated as (
             select grown.pool_id, settled.height, settled.time, after.total_value - coalesce(before.total_value, 0) - settled.amount
              - coalesce((select sum(value) from stake_event where network = $1 and stake_event.height = settled.height and stake_event.pool_id = grown.pool_id), 0) as amount
             from grown
             cross join lateral (
              select height, min(time) as time, sum(amount) as amount from reward
              where network = $1 and reward.pool_id = grown.pool_id and kind = 'STAKERS' and time >= $2 and time < $3 group by height) settled
             cross join lateral {StateSql.Pool("$1", "grown.pool_id", "settled.height")} after
             left join lateral {StateSql.Pool("$1", "grown.pool_id", "settled.height - 1")} before on true
             where grown.kind = 'ERC4626')
            select kind, amount, time, $1, height, null::int, null::int, null::bytea, null::bytea, pool_id, null::bytea, null::numeric from (
             select 'DIFFERENCE_STATED' as kind, amount, time, height, pool_id from stated where amount <> 0
             union all
             select 'REWARD', amount, $3, null, pool_id from grown where amount <> 0) line
            order by time, height, pool_id collate "C", kind
            """;

    private static string Order(bool ofPool) =>
        ofPool ? "order by time, height, index, ordinal" : "order by height, index, ordinal";

    private static string Balance(string kind, int edge, string value, string rest) =>
        $"""
            with {PoolEdges}
            select '{kind}', coalesce(sum({value}), 0), case {edge} when 0 then nullif($2::timestamptz, '-infinity') else $3 end{rest}
            from stands where n = {edge}
            """;
}
