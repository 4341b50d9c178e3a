using Indexer.Api.Migration;
using Indexer.Api.Model;
using Indexer.Storage;

namespace Indexer.Api.Rewards;

/// <summary>
/// What was unclaimed over time, as common table expressions of <see cref="HistorySql"/>. From the purchase of the claim contract on its
/// shares earn for those who have not claimed, and what they earned until the claim stays theirs.
/// </summary>
internal static class UnclaimedSql
{
    /// <summary>The accounts with what they had and with their claims, and the vault that their shares are of.</summary>
    /// <param name="accounts">The addresses, an SQL array; null for none.</param>
    public static string Accounts(string? accounts) =>
        accounts is null
            ? $"select a.*, null::text as pool_id, null::bigint as funded_height from {MigrationTypes.AccountsView} a where false"
            : $"""
                select a.*, vault.pool_id, funded.height as funded_height from {MigrationTypes.AccountsView} a
                left join lateral (select pool_id from position where network = a.claim_network and account = a.contract limit 1) vault on true
                left join lateral (select min(height) as height from claim_funding where network = a.claim_network and contract = a.contract) funded on true
                where a.account = any ({accounts})
                """;

    /// <summary>For each edge and account: what the unclaimed was worth, and what it had gained while it waited.</summary>
    public static string AtEdges(ProductTypes types)
    {
        var pool = types.Pool.Map.As("at_edge");
        return $"""
            select heights.n,
             case when a.ended_at < heights.at and (a.claimed_at is null or a.claimed_at >= heights.at)
              then a.free + coalesce(case when heights.height >= a.funded_height
                then {Staking.PoolFields.Worth("a.shares", pool)} end, a.staked) end as worth,
             {ShareSql.Earned(
                "coalesce(a.claimed_shares, a.shares)",
                "at_funding.reward_index",
                $"case when a.claim_height <= heights.height then at_claim.reward_index else {pool[item => item.RewardIndex]} end"
            )} as gained
            from unclaimed a
            join heights on heights.network = coalesce(a.claim_network, a.network)
            left join lateral (select * from {pool.From} where {pool[item => item.Network]} = a.claim_network and {pool[
                item => item.PoolId
            ]} = a.pool_id and {pool[item => item.FromHeight]} <= heights.height
             order by {pool[item => item.FromHeight]} desc limit 1) at_edge on true
            left join lateral (select reward_index from pool_state where network = a.claim_network and pool_id = a.pool_id
             and from_height <= a.funded_height and a.funded_height <= heights.height order by from_height desc limit 1) at_funding on true
            left join lateral (select reward_index from pool_state where network = a.claim_network and pool_id = a.pool_id
             and from_height <= a.claim_height order by from_height desc limit 1) at_claim on true
            """;
    }
}
