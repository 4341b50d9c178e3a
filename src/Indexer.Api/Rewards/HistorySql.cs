using Indexer.Api.Model;
using Indexer.Domain;
using Indexer.GraphQL.Types;
using Indexer.Storage;

namespace Indexer.Api.Rewards;

/// <summary>
/// Histories by stretches of the calendar, computed where they are read. Versions of positions and pools are looked up at the edges of
/// the stretches only, so that the cost follows from their number and not from that of rewards; between two edges everything
/// telescopes, so that sums over stretches are exact.
/// </summary>
internal static class HistorySql
{
    /// <summary>Name of the argument for the length of a stretch.</summary>
    public const string Interval = "interval";

    /// <summary>Name of the argument for the begin.</summary>
    public const string From = "from";

    /// <summary>Name of the argument for the end.</summary>
    public const string To = "to";

    /// <summary>The most stretches of one answer: more than ten years of days.</summary>
    public const int MaxStretches = 4_000;

    /// <summary>The stretches and the indexed height of each network at their edges, as common table expressions.</summary>
    /// <param name="types">All types.</param>
    /// <param name="row">The row whose history it is.</param>
    /// <param name="networks">A query for the names of the networks.</param>
    /// <param name="first">The time from which on there is something, where the client names none.</param>
    private static string Edges(ProductTypes types, SqlRow row, string networks, string first)
    {
        var (cursor, block) = (types.Cursors.As("newest"), types.Block.Map.As("before"));
        var network = types.Network.Map.As("chain");
        return $"""
            networks as materialized ({networks}),
            stretches as materialized (
             select g.n, g.begin at time zone 'UTC' as begin, (g.begin + step.length) at time zone 'UTC' as finish,
              extract(epoch from least((g.begin + step.length) at time zone 'UTC', known.newest) - g.begin at time zone 'UTC')::bigint as seconds
             from (select ('1 ' || {row.Argument(Interval)})::interval as length) step
             cross join (select coalesce({row.Argument(From)}, {first}) as first,
               (select max({cursor[at => at.Time]}) from {cursor.From} where {cursor[at => at.Network]} in (select network from networks)) as newest) known
             cross join lateral generate_series(date_trunc({row.Argument(Interval)}, known.first at time zone 'UTC'),
               least(({row.Argument(To)} at time zone 'UTC') - interval '1 microsecond', known.newest at time zone 'UTC'), step.length)
               with ordinality as g (begin, n)
             limit {MaxStretches}),
            edges as (select 0 as n, min(begin) as at from stretches having count(*) > 0 union all select n, finish from stretches),
            heights as materialized (
             select edges.n, edges.at, networks.network, (
               select {block[at => at.Height]} + case when {block[at => at.Height]} = {network[
                at => at.LastBlock
            ]} then 1 else 0 end
               from {block.From} where {block[at => at.Network]} = networks.network and {block[at => at.Time]} < edges.at
               order by {block[at => at.Time]} desc, {block[at => at.Height]} desc limit 1) as height
             from edges cross join networks join {network.From} on {network[at => at.Name]} = networks.network)
            """;
    }

    /// <summary>
    /// What positions were worth, and had earned, at the end of each stretch; what they earned in it; and what was unclaimed.
    /// </summary>
    /// <param name="types">All types.</param>
    /// <param name="row">The row whose history it is.</param>
    /// <param name="positions">A query for the network, pool_id and account of the positions.</param>
    /// <param name="accounts">The addresses whose commission and unclaimed holdings count, an SQL array; null for none.</param>
    public static string OfPositions(ProductTypes types, SqlRow row, string positions, string? accounts)
    {
        var (position, pool) = (types.Position.Map.As("held"), types.Pool.Map.As("of"));
        var reward = types.Reward.Map.As("paid");
        return $"""
            (with own as materialized (
             select every.*, carried.* from ({positions}) every
             cross join lateral (select array_agg(from_height order by n) as carried_from, array_agg(cost order by n) as carried_cost
              from carried_costs(every.network, every.pool_id, every.account) with ordinality step (from_height, cost, n)) carried),
            unclaimed as materialized ({UnclaimedSql.Accounts(accounts)}),
            chains as materialized (select distinct network from own union select claim_network from unclaimed where claim_network is not null union select network from unclaimed union {FlightSql.Networks(types, accounts)}),
            {Edges(types, row, WithVaults(types, "select network from chains"), First(types, accounts))},
            held as (
             select heights.n, heights.network, case when {pool[
                item => item.BackingPoolId
            ]} is null then {position[item => item.AccruedReward]} + {ShareSql.Earned(
                position[item => item.Shares],
                position[item => item.RewardIndex],
                pool[item => item.RewardIndex]
            )} else coalesce({Staking.PositionFields.EarnedOnL2(types, position)}, 0) end as earned,
              coalesce(case when {pool[item => item.BackingPoolId]} is null then {Staking.PoolFields.Worth(position[item => item.Shares], pool)} else {types.Bridge.Vault.Value(position[item => item.Shares])} end, 0) as value,
              {position[item => item.UnlockingValue]} as unlocking, {position[
                item => item.Cost
            ]} + coalesce(own.carried_cost[width_bucket(heights.height, own.carried_from)], 0) as cost, {position[item => item.Shares]} as shares
             from own join heights using (network)
             cross join lateral (select * from {position.From} where {position[
                item => item.Network
            ]} = own.network and {position[item => item.PoolId]} = own.pool_id and {position[
                item => item.Account
            ]} = own.account and {position[item => item.FromHeight]} <= heights.height
              order by {position[item => item.FromHeight]} desc limit 1) held
             cross join lateral ({Latest(pool, "own.network", "own.pool_id", "heights.height")}) of
             left join heights above on {pool[
                item => item.BackingPoolId
            ]} is not null and above.n = heights.n and above.network = {types.Bridge.Vault.HomeOf("own.network")}
             left join lateral ({Latest(
                types.Bridge.Vault.Row,
                "above.network",
                pool[item => item.BackingPoolId],
                "above.height"
            )}) {types.Bridge.Vault.Row.Alias} on true),
            flown as ({FlightSql.AtEdges(types, accounts)}),
            waiting as ({UnclaimedSql.AtEdges(types)}),
            totals as (
             select edges.n, coalesce(sum(held.earned), 0) + coalesce((select sum(earned) from flown where flown.n = edges.n), 0) as earned,
              coalesce(sum(held.value), 0) + coalesce((select sum(value) from flown where flown.n = edges.n), 0) as value,
              coalesce(sum(held.unlocking), 0) as unlocking, coalesce(sum(held.cost), 0) as cost,
              coalesce(sum(held.shares), 0) as shares,
              coalesce(array_agg(distinct held.network order by held.network) filter (where held.shares > 0), array[]::text[]) as networks,
              coalesce((select sum(gained) from waiting where waiting.n = edges.n), 0) as gained,
              coalesce((select sum(worth) from waiting where waiting.n = edges.n), 0) as unclaimed
             from edges left join held using (n) group by edges.n)
            select stretches.begin, stretches.finish, after.earned - before.earned as delegated, after.gained - before.gained as waited,
             coalesce({Commission(accounts, reward)}, 0) as commission, coalesce({Paid(reward, accounts is null ? PaidToPosition(types, row, reward) : $"{reward[item => item.Account]} = any ({accounts})")}, 0) as paid, after.earned + after.gained as cumulated,
             after.value, after.unlocking, after.cost, after.shares, after.unclaimed, after.networks
            from stretches join totals before on before.n = stretches.n - 1 join totals after on after.n = stretches.n)
            """;
    }

    /// <summary>What a pool was worth at the end of each stretch, and the rewards in it.</summary>
    public static string OfPool(ProductTypes types, SqlRow row)
    {
        var (mine, pool) = (types.Pool.Map.Of(row), types.Pool.Map.As("of"));
        var (fact, vault) = (types.Pools.As("made"), types.Bridge.Vault.Row);
        var reward = types.Reward.Map.As("paid");
        var (network, id) = (mine[item => item.Network], mine[item => item.PoolId]);
        string Backed(string own, string backed) =>
            $"case when {pool[item => item.BackingPoolId]} is null then {own} else {backed} end";
        return $"""
            (with {Edges(
                types,
                row,
                WithVaults(types, $"select {network} as network"),
                $"(select {fact[item => item.Time]} from {fact.From} where {fact[item => item.Network]} = {network} and {fact[item => item.Id]} = {id})"
            )},
            states as (
             select heights.n, of.*, {Backed(
                pool[item => item.TotalValue],
                types.Bridge.Vault.Value(pool[item => item.TotalShares])
            )} as worth,
              {Backed(pool[item => item.TotalValue], vault[item => item.TotalValue])} as rate_value,
              {Backed(pool[item => item.RewardsToStakers], vault[item => item.RewardsToStakers])} as rate_rewards
             from heights left join lateral ({Latest(pool, network, id, "heights.height")}) of on true
             left join heights above on {pool[
                item => item.BackingPoolId
            ]} is not null and above.n = heights.n and above.network = {types.Bridge.Vault.HomeOf(network)}
             left join lateral ({Latest(vault, "above.network", pool[item => item.BackingPoolId], "above.height")}) {vault.Alias} on true
             where heights.network = {network})
            select stretches.begin, stretches.finish, stretches.seconds,
             coalesce(after.rewards_to_stakers, 0) - coalesce(before.rewards_to_stakers, 0) as delegated, 0::numeric as waited,
             coalesce(after.rewards_to_owner, 0) - coalesce(before.rewards_to_owner, 0) as commission,
             coalesce({Paid(reward, InPool(reward, network, id))}, 0) as paid,
             coalesce(after.rewards_to_stakers, 0) as cumulated, coalesce(after.worth, 0) as value,
             coalesce(after.rate_rewards, 0) - coalesce(before.rate_rewards, 0) as rate_rewards, coalesce(after.rate_value, 0) as rate_value,
             case when after.reward_accumulator is null then coalesce(after.rate_rewards, 0) - coalesce(before.rate_rewards, 0) else 0 end as rate_compounded,
             coalesce(after.total_shares, 0) as shares, coalesce(after.unlocking_value, 0) as unlocking,
             coalesce(after.free_value, 0) as free, coalesce(after.worker_count, 0) as workers, array[{network}] as networks
            from stretches join states before on before.n = stretches.n - 1 join states after on after.n = stretches.n)
            """;
    }

    /// <summary>Networks, and those on which the vault is whose shares they have.</summary>
    private static string WithVaults(ProductTypes types, string networks)
    {
        var above = types.Network.Map.As("settles");
        return $"{networks} union select {above[item => item.L1]} from {above.From} where {above[item => item.L1]} is not null and {above[item => item.Name]} in ({networks})";
    }

    /// <summary>How a network stood at the end of each stretch, and the rewards in it: from the days that are kept, else computed.</summary>
    public static string OfNetwork(ProductTypes types, SqlRow row)
    {
        var network = types.Network.Map.Of(row)[item => item.Name];
        var (block, day) = (types.Block.Map.As("known"), types.Days.As("kept"));
        var reward = types.Reward.Map.As("paid");
        return $"""
            (with {Edges(
                types,
                row,
                $"select {network} as network",
                $"(select min({block[item => item.Time]}) from {block.From} where {block[item => item.Network]} = {network})"
            )},
            states as materialized (
             select heights.n, heights.at, heights.height, (
               select {block[item => item.Time]} from {block.From} where {block[
                item => item.Network
            ]} = {network} and {block[item => item.Height]} = heights.height) as last_time,
              coalesce({day[item => item.Staked]}, now.staked) as staked,
              coalesce({day[item => item.RewardsToStakers]}, now.rewards_to_stakers) as to_stakers,
              coalesce({day[item => item.RewardsToOwners]}, now.rewards_to_owners) as to_owners,
              coalesce({day[item => item.Pools]}, now.pools) as pools,
              coalesce({day[item => item.Workers]}, now.workers) as workers,
              coalesce({day[item => item.Delegators]}, now.delegators) as delegators
             from heights
             left join {day.From} on {day[item => item.Network]} = {network} and {day[item => item.EndTime]} = heights.at
             left join lateral (select * from network_figures({network}, heights.height) where {day[
                item => item.Network
            ]} is null) now on true)
            select stretches.begin, stretches.finish, stretches.seconds,
             after.to_stakers - before.to_stakers as delegated, 0::numeric as waited, after.to_owners - before.to_owners as commission,
             coalesce({Paid(reward, $"{reward[item => item.Network]} = {network}")}, 0) as paid,
             after.to_stakers as cumulated, after.staked as value, after.to_stakers - before.to_stakers as rate_rewards,
              case when {Waits(types, network, "after.height")} then 0 else after.to_stakers - before.to_stakers end as rate_compounded, after.staked as rate_value, after.pools, after.workers, after.delegators,
             div(extract(epoch from after.last_time - before.last_time)::numeric * 1e18, nullif(after.height - before.height, 0)) as block_time,
             array[{network}] as networks
            from stretches join states before on before.n = stretches.n - 1 join states after on after.n = stretches.n)
            """;
    }

    /// <summary>
    /// Whether rewards on a network wait beside the shares at a height: its stake pools are of the first version then. They move to the
    /// second together, so the oldest of those that began with the first tells; where none did, they never waited.
    /// </summary>
    private static string Waits(ProductTypes types, string network, string height)
    {
        var (pool, state) = (types.Pools.As("first"), types.Pool.Map.As("version_then"));
        var oldest =
            $"(select {pool[item => item.Id]} from {pool.From} where {pool[item => item.Network]} = {network} and {pool[item => item.Kind]} = '{EnumText.Of(PoolKind.StakePool)}' and {pool[item => item.CollectionId]} is null order by {pool[item => item.Height]}, {pool[item => item.Id]} limit 1)";
        return $"coalesce((select {state[item => item.RewardAccumulator]} is not null from ({Latest(state, network, oldest, height)}) {state.Alias}), false)";
    }

    /// <summary>The version of a pool that was in force after a block.</summary>
    public static string Latest(RowOf<PoolState> pool, string network, string poolId, string height) =>
        $"select * from {pool.From} where {pool[item => item.Network]} = {network} and {pool[item => item.PoolId]} = {poolId} and {pool[item => item.FromHeight]} <= {height} order by {pool[item => item.FromHeight]} desc limit 1";

    /// <summary>When the first of some accounts, or of the positions where there are none, had a stake.</summary>
    private static string First(ProductTypes types, string? accounts)
    {
        var entry = types.StakeEvent.Map.As("first_entry");
        return accounts is null
            ? $"(select min({entry[item => item.Time]}) from own join {entry.From} on {entry[item => item.Account]} = own.account and {entry[item => item.Network]} = own.network and {entry[item => item.PoolId]} = own.pool_id)"
            : $"least((select min({entry[item => item.Time]}) from {entry.From} where {entry[item => item.Account]} = any ({accounts})), (select min(ended_at) from unclaimed))";
    }

    /// <summary>What staking contracts paid in a stretch.</summary>
    private static string Paid(RowOf<Reward> reward, string which) =>
        $"(select sum({RewardFields.Value(reward)}) from {reward.From} where {which} and {reward[item => item.Kind]} = '{EnumText.Of(RewardKind.Paid)}' and {reward[item => item.Time]} >= stretches.begin and {reward[item => item.Time]} < stretches.finish)";

    private static string PaidToPosition(ProductTypes types, SqlRow row, RowOf<Reward> reward)
    {
        var mine = types.Position.Map.Of(row);
        return $"{InPool(reward, mine[item => item.Network], mine[item => item.PoolId])} and {reward[item => item.Account]} = {mine[item => item.Account]}";
    }

    private static string InPool(RowOf<Reward> reward, string network, string poolId) =>
        $"{reward[item => item.Network]} = {network} and {reward[item => item.PoolId]} = {poolId}";

    private static string Commission(string? accounts, RowOf<Reward> reward) =>
        accounts is null
            ? "0"
            : $"(select sum({reward[item => item.Amount]}) from {reward.From} where {reward[item => item.Account]} = any ({accounts}) and {reward[item => item.Kind]} = '{EnumText.Of(RewardKind.Owner)}' and {reward[item => item.Time]} >= stretches.begin and {reward[item => item.Time]} < stretches.finish)";
}
