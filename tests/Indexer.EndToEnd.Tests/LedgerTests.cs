using Indexer.EndToEnd.Tests.Kit;

namespace Indexer.EndToEnd.Tests;

/// <summary>The state of all networks against the ledger alone, recomputed in SQL.</summary>
public sealed class LedgerTests
{
    public static TheoryData<ulong> Seeds => new(IndexedWorlds.Seeds);

    [Theory]
    [MemberData(nameof(Seeds))]
    public Task A_position_is_the_sum_of_its_stake_events(ulong seed) =>
        NoneAsync(
            seed,
            """
            with ledger as (
                select network, pool_id, account, sum(shares) as shares, sum(withdrawing_shares) as withdrawing_shares,
                    sum(unlocking_value) as unlocking_value, sum(cost) as cost
                from stake_event where pool_id is not null group by network, pool_id, account
            )
            select concat_ws('|', network, pool_id, account) from ledger l
            full join (select * from position where to_height is null) p using (network, pool_id, account)
            where (l.shares, l.withdrawing_shares, l.unlocking_value, l.cost)
                is distinct from (p.shares, p.withdrawing_shares, p.unlocking_value, p.cost)
            """
        );

    [Theory]
    [MemberData(nameof(Seeds))]
    public Task A_pool_is_the_sum_of_its_positions(ulong seed) =>
        NoneAsync(
            seed,
            """
            with held as (
                select network, pool_id, sum(shares) as shares, sum(withdrawing_shares) as withdrawing_shares,
                    sum(unlocking_value) as unlocking_value
                from position where to_height is null group by network, pool_id
            )
            select concat_ws('|', network, pool_id) from pool_state s left join held h using (network, pool_id)
            where s.to_height is null
                and (s.total_shares - s.bridged_shares, s.withdrawing_shares, s.unlocking_value) is distinct from
                    (coalesce(h.shares, 0), coalesce(h.withdrawing_shares, 0), coalesce(h.unlocking_value, 0))
            """
        );

    [Theory]
    [MemberData(nameof(Seeds))]
    public Task A_pools_value_is_the_sum_of_its_movements_and_rewards(ulong seed) =>
        NoneAsync(
            seed,
            """
            select concat_ws('|', network, pool_id) from pool_state s where to_height is null and total_value <>
                (select coalesce(sum(value), 0) from stake_event e where (e.network, e.pool_id) = (s.network, s.pool_id))
                + (select coalesce(sum(amount), 0) from reward r
                    where (r.network, r.pool_id) = (s.network, s.pool_id) and r.kind = 'STAKERS')
            """
        );

    [Theory]
    [MemberData(nameof(Seeds))]
    public Task The_shares_that_divide_a_reward_are_those_that_the_ledger_has_at_that_event(ulong seed) =>
        NoneAsync(
            seed,
            """
            select concat_ws('|', r.network, r.height, r.index, r.pool_id) from reward r
            where r.kind in ('STAKERS', 'COMMISSION') and r.total_shares <> (
                select coalesce(sum(e.shares), 0) from stake_event e
                where (e.network, e.pool_id) = (r.network, r.pool_id)
                    and e.kind not in ('BRIDGE_IN', 'BRIDGE_OUT') and (e.height < r.height
                    or e.height = r.height and e.kind <> 'DUST_REMOVED' and (e.index, e.ordinal) < (r.index, r.ordinal)))
            """
        );

    /// <summary>
    /// What every position earned, exactly, from the ledger: its shares at each reward over all shares. The index rounds
    /// down, by less than one unit of 10^-18 PHA for every stretch of constant shares.
    /// </summary>
    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Every_holder_earned_its_part_of_every_reward(ulong seed)
    {
        await NoneAsync(
            seed,
            $"""
            {Earned}
            select concat_ws('|', network, pool_id, account, exact, indexed, stretches) from compared
            where exact - indexed not between 0 and stretches
            """
        );
        Assert.NotEmpty(
            await (await IndexedWorlds.OfAsync(seed)).LinesAsync(
                $"{Earned} select account::text from compared where indexed > 0"
            )
        );
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public Task All_holders_together_earned_what_the_chains_state_and_no_more(ulong seed) =>
        NoneAsync(
            seed,
            $"""
            {Earned}, escrow as (
                -- What lies in the bridge earns for those who hold it on the L2.
                select r.network, r.pool_id, floor(sum(held.shares * r.amount::numeric(1000, 60) / r.total_shares)) as indexed, 1 as stretches
                from reward r cross join lateral (
                    select -coalesce(sum(e.shares), 0) as shares from stake_event e
                    where (e.network, e.pool_id) = (r.network, r.pool_id) and e.kind in ('BRIDGE_IN', 'BRIDGE_OUT')
                        and (e.height, e.index, e.ordinal) < (r.height, r.index, r.ordinal)) held
                where r.kind in ('STAKERS', 'COMMISSION') and r.total_shares > 0 group by r.network, r.pool_id
            ), total as (
                select network, pool_id, sum(indexed) as indexed, sum(stretches) as stretches
                from (select network, pool_id, indexed, stretches from compared
                    union all select network, pool_id, indexed, stretches from escrow) every group by network, pool_id
            ), stated as (
                select network, pool_id, sum(amount) as amount from reward
                where kind in ('STAKERS', 'COMMISSION') and total_shares > 0 group by network, pool_id
            )
            select concat_ws('|', network, pool_id, amount, indexed) from stated full join total using (network, pool_id)
            where coalesce(amount, 0) - coalesce(indexed, 0) not between 0 and coalesce(stretches, 0)
            """
        );

    private const string Earned = """
        with part as (
            select r.network, r.pool_id, e.account, sum(e.shares) * r.amount as weighted, r.total_shares
            from reward r join stake_event e on (e.network, e.pool_id) = (r.network, r.pool_id) and (e.height < r.height
                or e.height = r.height and e.kind <> 'DUST_REMOVED' and (e.index, e.ordinal) < (r.index, r.ordinal))
            where r.kind in ('STAKERS', 'COMMISSION') and r.total_shares > 0
            group by r.network, r.height, r.index, r.ordinal, r.pool_id, e.account, r.amount, r.total_shares
        ), ledger as (
            select network, pool_id, account, sum(weighted::numeric(1000, 60) / total_shares) as exact
            from part group by network, pool_id, account
        ), compared as (
            select network, pool_id, account, coalesce(exact, 0) as exact,
                -- Rounded down to whole units; PostgreSQL would round the quotient of two integers to the nearest.
                p.accrued_reward + (open - mod(mod(open, 1e36) + 1e36, 1e36)) / 1e36 as indexed,
                (select count(*) + 1 from stake_event e
                    where (e.network, e.pool_id, e.account) = (p.network, p.pool_id, p.account)) as stretches
            from position p join pool_state s using (network, pool_id)
            cross join lateral (select p.shares * (s.reward_index - p.reward_index)) as since (open)
            left join ledger using (network, pool_id, account)
            where p.to_height is null and s.to_height is null
        )
        """;

    private static async Task NoneAsync(ulong seed, string sql) =>
        Assert.Empty(await (await IndexedWorlds.OfAsync(seed)).LinesAsync(sql));
}
