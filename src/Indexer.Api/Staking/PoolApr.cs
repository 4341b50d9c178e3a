using System.Globalization;
using Indexer.Api.Model;
using Indexer.Domain;
using Indexer.GraphQL.Types;

namespace Indexer.Api.Staking;

/// <summary>
/// What a share of a pool really earned, as a yearly rate: by the reward index, so that deposits and withdrawals meanwhile do not matter, nor
/// how often the chain pays.
/// </summary>
internal static class PoolApr
{
    /// <summary>365 days: the year of every rate.</summary>
    public const int SecondsPerYear = 31_536_000;

    /// <summary>Less says nothing.</summary>
    private const int MinSeconds = 3_600;

    public static void Add(ProductTypes types)
    {
        Field("aprWeek", 7);
        Field("aprMonth", 30);

        void Field(string name, int days) =>
            types
                .Pool.Type.Computed(
                    name,
                    types.Scalars.Ratio,
                    row => PoolFields.Of(types, row, pool => Over(days, types, row, pool), otherwise: "null"),
                    $"Realised yearly rate of a share over the last {days} days, not compounded: what it earned / what it was worth before, times 365 days / the period. A pool without shares then counts from its first ones on. Null without shares and within the first hour. Of bridged shares that of the vault on the L1."
                )
                .Filterable()
                .NotGroupable()
                .Sortable();
    }

    private static string Over(int days, ProductTypes types, SqlRow row, RowOf<PoolState> pool)
    {
        var (then, block) = (types.Pool.Map.As("version"), types.Block.Map.As("edge"));
        var (network, id) = (pool[state => state.Network], pool[state => state.PoolId]);
        var versions =
            $"{then.From} where {then[state => state.Network]} = {network} and {then[state => state.PoolId]} = {id}";
        var (shares, value, height) = (
            then[state => state.TotalShares],
            then[state => state.TotalValue],
            then[state => state.FromHeight]
        );
        var figures = $"{then[state => state.RewardIndex]} as reward_index, {shares} as shares, {value} as worth";
        return $"""
            (select div(({pool[
                state => state.RewardIndex
            ]} - start.reward_index) * start.shares * {SecondsPerYear}, start.worth * period.seconds * {Pha.UnitsPerPha})
             from (select {ReadTime.Of(types, row, network)} as at) finish
             cross join lateral (select finish.at - interval '{days.ToString(CultureInfo.InvariantCulture)} days' as at) opening
             cross join lateral (select coalesce((select {block[at => at.Height]} from {block.From} where {block[
                at => at.Network
            ]} = {network} and {block[at => at.Time]} <= opening.at
              order by {block[at => at.Time]} desc, {block[at => at.Height]} desc limit 1), -1) as height) edge_block
             cross join lateral (
              select * from (
               select 1 as choice, opening.at as since, held.* from (select {figures} from {versions} and {height} <= edge_block.height
                order by {height} desc limit 1) held where held.shares > 0 and held.worth > 0
               union all
               select 2, (select {block[at => at.Time]} from {block.From} where {block[
                at => at.Network
            ]} = {network} and {block[at => at.Height]} = first.height), first.reward_index, first.shares, first.worth
               from (select {height} as height, {figures} from {versions} and {height} > edge_block.height and {shares} > 0 and {value} > 0
                order by {height} limit 1) first) choices
              order by choice limit 1) start
             cross join lateral (select extract(epoch from finish.at - start.since)::bigint as seconds) period
             where period.seconds >= {MinSeconds})
            """;
    }
}
