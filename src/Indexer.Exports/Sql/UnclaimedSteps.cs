using Indexer.Storage;

namespace Indexer.Exports.Sql;

/// <summary>
/// What accounts had when their parachain ended and have not claimed yet, in SQL: at the chain's last price until the claim contract bought its
/// shares, at the price of these shares from then on.
/// </summary>
internal static class UnclaimedSteps
{
    /// <summary>The end of the chain, and the claim, beside the edges.</summary>
    public const string Moves = """
        union all
        select true, null, waiting.*, ended_at, ended_at, ended_at, false from waiting where ended_at >= $2
        union all
        select true, null, waiting.*, claimed_at, claimed_at, claimed_at, true from waiting where claimed_at >= $2 and claimed_at < $3
        """;

    private static readonly string GrowthAfterClaim = StateSql.GrowthAfter(
        ("place.claimed_on", "place.claim_height", "place.claim_index", "place.claim_ordinal", "place.pool_id")
    );

    /// <summary>Common table expressions up to <c>unclaimed_step</c>, over <c>edge</c>.</summary>
    /// <param name="moves">What comes beside the edges: <see cref="Moves"/>, or nothing.</param>
    public static string Sql(string moves) =>
        $"""
            waiting as materialized (
             select a.*, vault.pool_id, claim.transaction as claim_transaction, funded.height as funded_height, funded.reward_index as since
             from migration_account a
             left join lateral (
              select pool_id from position where network = a.claim_network and account = a.contract limit 1) vault on true
             left join lateral (
              select min(height) as height from claim_funding where network = a.claim_network and contract = a.contract) funding on true
             left join lateral (
              select funding.height, state.reward_index from {StateSql.Pool(
                "a.claim_network",
                "vault.pool_id",
                "funding.height"
            )} state) funded on true
             left join claim on claim.network = a.claimed_on and claim.height = a.claim_height and claim.index = a.claim_index
              and claim.ordinal = a.claim_ordinal
             where a.account = any ($1) and a.ended_at < $3 and (a.claimed_at is null or a.claimed_at > a.ended_at)),
            unclaimed_place as (
             select false as moved, edge.n, waiting.*, edge.at, edge.at - interval '1 microsecond' as until, edge.shown, false as claims
             from waiting join edge on edge.at > ended_at
             {moves}),
            unclaimed_point as materialized (
             select place.*, price.total_value, price.total_shares, is_claimed, later.growth,
              case when is_claimed then 0
               else free + coalesce(case when is_funded then {ShareSql.Value(
                "shares",
                "price.total_value",
                "price.total_shares"
            )} end, staked) end as value,
              case when is_claimed then {ShareSql.Earned("claimed_shares", "since", "claiming.reward_index - later.growth")}
               when is_funded then {ShareSql.Earned("shares", "since", "price.reward_index")} else 0 end as earned
             from unclaimed_place place
             left join lateral (select {StateSql.HeightAt(
                "place.claim_network",
                "place.until"
            )} as height) known on true
             left join lateral {StateSql.Pool("place.claim_network", "place.pool_id", "known.height")} price on true
             left join lateral {StateSql.Pool("place.claim_network", "place.pool_id", "place.claim_height")} claiming on true
             cross join lateral (select coalesce(known.height >= funded_height, false) as is_funded,
               claims or (not place.moved and coalesce(place.claimed_at <= place.until, false)) as is_claimed) stands
             cross join lateral (select case when is_claimed then {GrowthAfterClaim} end as growth) later),
            {MovesAndSteps}
            """;

    private static readonly string MovesAndSteps = $"""
            unclaimed_move as materialized (
             select place.ended_at as at, place.network as origin, place.account, entry.network, entry.height, entry.index, entry.ordinal,
              null::bytea as transaction, 'HANDOVER_' || entry.kind as kind, entry.pool_id, null::bytea as counterparty, entry.shares,
              entry.amount
             from unclaimed_place place
             join migration_entry entry on entry.network = place.network and entry.account = place.account and entry.kind <> 'ROUNDING'
             where place.moved and not place.claims
             union all
             select place.claimed_at, place.network, place.account, place.claimed_on, place.claim_height, place.claim_index,
              place.claim_ordinal, place.claim_transaction, part.kind, place.pool_id, part.counterparty, part.shares, part.amount
             from unclaimed_point place
             cross join lateral (
              select 'CLAIMED_FREE' as kind, place.receiver as counterparty, null::numeric as shares, -place.claimed_free as amount
              where place.claimed_free <> 0
              union all
              select 'CLAIMED_SHARES', place.share_receiver, -place.claimed_shares,
               {ShareSql.Earned("place.claimed_shares", "0", "place.growth")} - coalesce({ShareSql.Value(
                "place.claimed_shares",
                "place.total_value",
                "place.total_shares"
            )}, 0)
              where place.claimed_shares <> 0
              union all
              select 'DIFFERENCE_' || apart.reason, null, null, -(apart.free + apart.staked) from migration_difference apart
              where apart.network = place.network and apart.account = place.account and apart.free + apart.staked <> 0) part
             where place.claims),
            unclaimed_step as materialized (
             select place.*, value - lag(value, 1, 0::numeric) over w as grown, earned - lag(earned, 1, 0::numeric) over w as rewarded,
              coalesce((select sum(amount) from unclaimed_move move
               where place.moved and move.origin = place.network and move.account = place.account and move.at = place.at), 0) as entered
             from unclaimed_point place window w as (partition by network, account order by at, moved, claims))
            """;
}
