using Indexer.Storage;

namespace Indexer.Exports.Sql;

/// <summary>State as it stood at a block or time, in SQL. Versions are found by where they begin, so that later blocks change no answer.</summary>
internal static class StateSql
{
    /// <summary>The height of the last block of a network that is not later than a time.</summary>
    public static string HeightAt(string network, string time) =>
        $"(select block.height from block where block.network = {network} and block.time <= {time} order by block.time desc, block.height desc limit 1)";

    /// <summary>What a row of reward was worth in PHA: the amount, or the shares of the PHA vault that were paid, at their price then.</summary>
    public const string RewardWorth =
        "(case when reward.shares is null then reward.amount else coalesce(vault_worth(reward.network, reward.time, reward.shares), 0) end)";

    /// <summary>The version of a pool that was in force after a block, as a FROM item without alias.</summary>
    public static string Pool(string network, string poolId, string height) =>
        $"(select * from pool_state where pool_state.network = {network} and pool_state.pool_id = {poolId} and pool_state.from_height <= {height} order by pool_state.from_height desc limit 1)";

    /// <summary>
    /// By how much the reward index of a pool grew in a block after one of its events: what shares that moved with the event were worth is
    /// their value at the end of the block less what they earned in the rest of it.
    /// </summary>
    /// <param name="place">SQL for network, height, index, ordinal and pool of the event.</param>
    public static string GrowthAfter(
        (string Network, string Height, string Index, string Ordinal, string PoolId) place
    ) =>
        $"""
            coalesce((select sum(div(later.amount, {ShareSql.IndexStep} * later.total_shares)) from reward later
             where later.network = {place.Network} and later.height = {place.Height} and later.pool_id = {place.PoolId}
              and later.kind in ('STAKERS', 'COMMISSION') and later.total_shares > 0
              and (later.index, later.ordinal) > ({place.Index}, {place.Ordinal})), 0)
            """;

    /// <summary>The last height of each network before each edge; of an ended chain the one at which its holdings are closed.</summary>
    public const string NetworkEdges = """
        network_edge as materialized (
         select edge.n, edge.at, edge.shown, network.name as network, network.l1, (
           select block.height + case when block.height = network.last_block then 1 else 0 end from block
           where block.network = network.name and block.time < edge.at
           order by block.time desc, block.height desc limit 1) as height
         from edge cross join network)
        """;

    /// <summary>The begin and the end of the period.</summary>
    public const string PeriodEdges =
        "edge as materialized (select 0 as n, $2::timestamptz as at, $2::timestamptz as shown union all select 1, $3, $3)";
}
