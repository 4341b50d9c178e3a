using System.Numerics;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Indexer.Migrations.Migrations
{
    /// <inheritdoc />
    public partial class CarriedCost : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterColumn<BigInteger>(
                name: "cost",
                table: "migration_entry",
                type: "numeric(39,0)",
                nullable: false,
                comment: "Cost basis of the shares or of the wrapped PHA, in PHA, which the claim carries on; zero for rewards and for what no claim turns into shares.",
                oldClrType: typeof(BigInteger),
                oldType: "numeric(39,0)",
                oldComment: "Cost basis of the shares in PHA, which the claim carries on.");

            migrationBuilder.Sql(
                """
                create or replace view migration_account as
                select chain.network, coalesce(held.claim_user, claim.claim_user) as claim_user, held.account,
                  coalesce(held.free, 0) as free, coalesce(held.staked, 0) as staked, coalesce(held.cost, 0) as cost,
                  div(coalesce(held.staked, 0) * chain.price_shares, chain.price_assets) as shares,
                  coalesce(held.vesting, 0) as vesting, coalesce(held.locked, 0) as locked, coalesce(held.reserved, 0) as reserved,
                  coalesce(held.entries, 0) as entries, chain.last_height, chain.ended_at, chain.balances_read,
                  chain.claim_network, chain.contract,
                  claim.network as claimed_on, claim.height as claim_height, claim.index as claim_index, claim.ordinal as claim_ordinal,
                  claim.time as claimed_at, claim.by_admin, claim.receiver, coalesce(claim.l2_receiver, claim.receiver) as share_receiver,
                  claim.free as claimed_free, claim.staked_shares as claimed_shares,
                  div(claim.staked_shares * chain.price_assets, chain.price_shares) as claimed_staked
                from (
                  select network, account, substring(account from 1 for 20) as claim_user,
                    coalesce(sum(amount) filter (where leg = 'FREE'), 0) as free,
                    coalesce(sum(amount) filter (where leg = 'STAKED'), 0) as staked, sum(cost) filter (where leg = 'STAKED') as cost,
                    sum(amount) filter (where kind = 'VESTING') as vesting, sum(amount) filter (where kind = 'LOCKED') as locked,
                    sum(amount) filter (where kind = 'RESERVED') as reserved, count(*) as entries
                  from migration_entry where kind <> 'ROUNDING' group by network, account) held
                full join (select *, lower(kind) as origin from claim) claim
                  on claim.origin = held.network and claim.claim_user = held.claim_user
                join migration_chain chain on chain.network = coalesce(held.network, claim.origin)
                """);
            migrationBuilder.Sql(
                """
                create function carried_costs(of_network text, of_pool text, of_account bytea)
                returns table (from_height bigint, cost numeric) language plpgsql stable as $$
                declare
                  held numeric := 0;
                  carried numeric := 0;
                  step record;
                begin
                  if not exists (select from claim where network = of_network and receiver = of_account and l2_receiver is null) then
                    return;
                  end if;
                  for step in
                    select e.height, e.index, e.ordinal, e.shares, 0::numeric as carry from stake_event e
                    where e.network = of_network and e.pool_id = of_pool and e.account = of_account and e.shares <> 0
                    union all
                    select c.height, c.index, c.ordinal, 0, (
                      select coalesce(sum(m.cost - m.amount), 0) from migration_entry m
                      where m.network = lower(c.kind) and m.leg = 'STAKED' and m.kind <> 'ROUNDING'
                        and m.account between c.claim_user || '\x000000000000000000000000' and c.claim_user || '\xffffffffffffffffffffffff')
                    from claim c
                    where c.network = of_network and c.receiver = of_account and c.l2_receiver is null
                      and exists (select from position p where p.network = c.network and p.pool_id = of_pool and p.account = c.contract)
                    order by 1, 2, 3
                  loop
                    if step.shares < 0 and held > 0 then
                      carried := carried + div(carried * step.shares, held);
                    end if;
                    held := held + step.shares;
                    carried := carried + step.carry;
                    from_height := step.height;
                    cost := carried;
                    return next;
                  end loop;
                end $$
                """);
            migrationBuilder.Sql(
                """
                comment on function carried_costs is 'What the cost basis of a position in the PHA vault has beside what the ledger of its network states, after each of its steps: a claim carries the basis of the old chain over, so that what was earned there is not a cost, and it leaves with the shares, proportionally and rounded toward zero.'
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("drop function carried_costs");
            migrationBuilder.Sql(
                """
                create or replace view migration_account as
                select chain.network, coalesce(held.claim_user, claim.claim_user) as claim_user, held.account,
                  coalesce(held.free, 0) as free, coalesce(held.staked, 0) as staked, coalesce(held.cost, 0) as cost,
                  div(coalesce(held.staked, 0) * chain.price_shares, chain.price_assets) as shares,
                  coalesce(held.vesting, 0) as vesting, coalesce(held.locked, 0) as locked, coalesce(held.reserved, 0) as reserved,
                  coalesce(held.entries, 0) as entries, chain.last_height, chain.ended_at, chain.balances_read,
                  chain.claim_network, chain.contract,
                  claim.network as claimed_on, claim.height as claim_height, claim.index as claim_index, claim.ordinal as claim_ordinal,
                  claim.time as claimed_at, claim.by_admin, claim.receiver, coalesce(claim.l2_receiver, claim.receiver) as share_receiver,
                  claim.free as claimed_free, claim.staked_shares as claimed_shares,
                  div(claim.staked_shares * chain.price_assets, chain.price_shares) as claimed_staked
                from (
                  select network, account, substring(account from 1 for 20) as claim_user,
                    coalesce(sum(amount) filter (where leg = 'FREE'), 0) as free,
                    coalesce(sum(amount) filter (where leg = 'STAKED'), 0) as staked, sum(cost) as cost,
                    sum(amount) filter (where kind = 'VESTING') as vesting, sum(amount) filter (where kind = 'LOCKED') as locked,
                    sum(amount) filter (where kind = 'RESERVED') as reserved, count(*) as entries
                  from migration_entry where kind <> 'ROUNDING' group by network, account) held
                full join (select *, lower(kind) as origin from claim) claim
                  on claim.origin = held.network and claim.claim_user = held.claim_user
                join migration_chain chain on chain.network = coalesce(held.network, claim.origin)
                """);

            migrationBuilder.AlterColumn<BigInteger>(
                name: "cost",
                table: "migration_entry",
                type: "numeric(39,0)",
                nullable: false,
                comment: "Cost basis of the shares in PHA, which the claim carries on.",
                oldClrType: typeof(BigInteger),
                oldType: "numeric(39,0)",
                oldComment: "Cost basis of the shares or of the wrapped PHA, in PHA, which the claim carries on; zero for rewards and for what no claim turns into shares.");
        }
    }
}
