using System.Globalization;
using System.Numerics;
using Indexer.Api.Model;
using Indexer.Domain;
using Indexer.GraphQL.Types;
using Indexer.Storage;

namespace Indexer.Api.Staking;

/// <summary>
/// What a pool of a parachain may expect by its workers: the part of the budget that its idle workers count for, over its value. Integers only.
/// Source: computation-squid, helper/basePool.ts; docs/chains/parachains.md, Expected rate.
/// </summary>
internal static class ExpectedApr
{
    private const int Million = 1_000_000;

    /// <summary>The stretch over which the time between blocks is taken.</summary>
    private const string Stretch = "interval '1 day'";

    private static readonly BigInteger One = BigInteger.One << 64;

    public static void Add(ProductTypes types)
    {
        var pool = types.Pool;
        pool.Type.Computed(
                "aprMultiplier",
                types.Scalars.Decimal,
                row =>
                    $"case when {Rates(types, row)} is not null then div({Power(types, row)} * {Million}, nullif({Value(types, row)}, 0)) end",
                "Shares of idle workers per PHA of value, commission deducted: idleWorkerShares * (1 - commission) / totalValue; of a vault the mean of the stake pools it delegates to, by what it has in them over its value, times 1 - its commission. Null without value, and on networks without workers."
            )
            .Filterable()
            .NotGroupable()
            .Sortable();
        pool.Type.Computed(
                "expectedApr",
                types.Scalars.Ratio,
                row =>
                    $"div({Power(types, row)} * ({Rates(types, row)} ->> 0)::numeric, nullif({Value(types, row)} * ({Rates(types, row)} ->> 1)::numeric, 0))",
                "Yearly rate that its delegators may expect while all stays as it is, not compounded: aprMultiplier * budget of a block * (1 - treasury's part) * blocks of a year / idleWorkerShares of the network. expectedAprGap says why it is null. aprWeek and aprMonth are what was earned."
            )
            .Filterable()
            .NotGroupable()
            .Sortable();
        pool.Type.Computed(
            "expectedAprGap",
            types.Scalars.LeafOf(typeof(ExpectedAprGap)),
            row =>
                $"case when {Rates(types, row)} is null then '{EnumText.Of(ExpectedAprGap.NoBudget)}' when {Value(types, row)} = 0 then '{EnumText.Of(ExpectedAprGap.NoValue)}' else {Rates(types, row)} ->> 2 end",
            "Why expectedApr is null; null when it is not."
        );
        AddToNetwork(types);
    }

    private static void AddToNetwork(ProductTypes types)
    {
        var network = types.Network;
        network.Type.Computed(
            "averageBlockTime",
            types.Scalars.Decimal,
            row =>
                $"(select div(span.milliseconds * 1e15, span.blocks) {Span(types, row, network.Map.Of(row)[item => item.Name], "span")} where span.blocks > 0)",
            "Seconds from one block to the next, on average of the last day, as far as is indexed; null before the second block, and on Snapshot."
        );
    }

    private static string Value(ProductTypes types, SqlRow row) => types.Pool.Map.Of(row)[pool => pool.TotalValue];

    /// <summary>What idle workers count for the delegators of a pool, its own or those of the pools that it delegates to, times 10^12.</summary>
    private static string Power(ProductTypes types, SqlRow row)
    {
        var mine = types.Pool.Map.Of(row);
        var (fact, held, target) = (types.Pools.As("made"), types.Position.Map.As("held"), types.Pool.Map.As("target"));
        return $"""
            ({Kept(mine)} * ({mine[pool => pool.IdleWorkerShares]} * {Million} + coalesce((
              select sum(div({held[item => item.Shares]} * {target[item => item.IdleWorkerShares]} * {Kept(target)}, {target[
                item => item.TotalShares
            ]}))
              from {fact.From}
              join {held.From} on {held[item => item.Network]} = {fact[item => item.Network]} and {held[
                item => item.Account
            ]} = {fact[item => item.Account]} and {row.InForce(types.Position.Type, "held")}
              join {target.From} on {target[item => item.Network]} = {held[item => item.Network]} and {target[
                item => item.PoolId
            ]} = {held[item => item.PoolId]} and {row.InForce(types.Pool.Type, "target")}
              where {fact[item => item.Network]} = {mine[pool => pool.Network]} and {fact[item => item.Id]} = {mine[
                pool => pool.PoolId
            ]} and {fact[item => item.Kind]} = '{EnumText.Of(PoolKind.Vault)}'
                and {held[item => item.PoolId]} <> {mine[pool => pool.PoolId]} and {target[
                item => item.TotalShares
            ]} > 0), 0)))
            """;
    }

    /// <summary>The part that delegators keep, in millionths.</summary>
    private static string Kept(RowOf<PoolState> pool) => $"({Million} - coalesce({pool[item => item.Commission]}, 0))";

    /// <summary>
    /// What one share of a worker earns on the network of a pool: a JSON array of a numerator, a denominator, and why there is none; null for
    /// networks without workers. Read once for all rows.
    /// </summary>
    private static string Rates(ProductTypes types, SqlRow row)
    {
        var (cursor, terms, pool) = (
            types.Cursors.As("at_cursor"),
            types.Tokenomics.Map.As("terms"),
            types.Pool.Map.As("sharing")
        );
        var year = PoolApr.SecondsPerYear * 1_000L;
        return $"""
            ((select jsonb_object_agg({cursor[at => at.Network]}, jsonb_build_array(
                {terms[item => item.BudgetPerBlock]} * ({One} - {terms[
                item => item.TreasuryRatio
            ]}) * {year.ToString(CultureInfo.InvariantCulture)} * span.blocks * 1e24,
                nullif({One * One} * idle.shares * span.milliseconds, 0),
                case when idle.shares = 0 then '{EnumText.Of(ExpectedAprGap.NoIdleWorkers)}'
                  when coalesce(span.milliseconds, 0) = 0 then '{EnumText.Of(ExpectedAprGap.NoBlockTime)}' end))
             from {cursor.From}
             join {terms.From} on {terms[item => item.Network]} = {cursor[at => at.Network]} and {terms[
                item => item.BudgetPerBlock
            ]} is not null and {row.InForce(types.Pool.Type, "terms")}
             cross join lateral (select coalesce(sum({pool[item => item.IdleWorkerShares]}), 0) as shares from {pool.From}
               where {pool[item => item.Network]} = {cursor[at => at.Network]} and {row.InForce(types.Pool.Type, "sharing")}) idle
             left join lateral (select * {Span(types, row, cursor[at => at.Network], "measured")}) span on true)
             -> {types.Pool.Map.Of(row)[item => item.Network]})
            """;
    }

    /// <summary>FROM that reads how many blocks there were in how many milliseconds, in the last day before the point that is read.</summary>
    private static string Span(ProductTypes types, SqlRow row, string network, string alias)
    {
        var (last, first) = (types.Block.Map.As("latest"), types.Block.Map.As("earliest"));
        var height = ReadTime.HeightOf(types, row, network);
        var until = height is null ? "" : $"and {last[at => at.Height]} <= {height}";
        return $"""
            from (select finish.height - start.height as blocks, (extract(epoch from finish.at - start.at) * 1000)::bigint as milliseconds
             from (select {last[at => at.Height]} as height, {last[at => at.Time]} as at from {last.From}
               where {last[at => at.Network]} = {network} {until} order by {last[at => at.Height]} desc limit 1) finish
             cross join lateral (select * from (
               (select {first[at => at.Height]} as height, {first[at => at.Time]} as at from {first.From} where {first[
                at => at.Network
            ]} = {network} and {first[at => at.Time]} <= finish.at - {Stretch} order by {first[at => at.Time]} desc, {first[
                at => at.Height
            ]} desc limit 1)
               union all
               (select {first[at => at.Height]}, {first[at => at.Time]} from {first.From} where {first[at => at.Network]} = {network}
                order by {first[at => at.Height]} limit 1)) edges order by edges.at desc limit 1) start) {alias}
            """;
    }
}
