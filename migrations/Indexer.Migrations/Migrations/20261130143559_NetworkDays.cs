using System;
using System.Numerics;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Indexer.Migrations.Migrations
{
    /// <inheritdoc />
    public partial class NetworkDays : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "network_day",
                columns: table => new
                {
                    network = table.Column<string>(type: "text", nullable: false, comment: "Name of the network."),
                    end_time = table.Column<DateTimeOffset>(type: "timestamp(3) with time zone", nullable: false, comment: "The end of the day, which does not belong to it: the midnight after it, UTC."),
                    height = table.Column<long>(type: "bigint", nullable: false, comment: "Height of the last block before it of which something is indexed."),
                    staked = table.Column<BigInteger>(type: "numeric(39,0)", nullable: false, comment: "PHA at stake: the value of all stake pools, and what lies free in vaults, whose delegations are in the stake pools already; of the PHA vault its total assets, shares on the L2 included."),
                    rewards_to_stakers = table.Column<BigInteger>(type: "numeric(39,0)", nullable: false, comment: "All rewards of delegators so far, in PHA: what the chain paid to shares, less what owners of vaults took of it."),
                    rewards_to_owners = table.Column<BigInteger>(type: "numeric(39,0)", nullable: false, comment: "All commission of owners of pools and vaults so far, in PHA."),
                    pools = table.Column<int>(type: "integer", nullable: false, comment: "Pools and vaults that exist."),
                    workers = table.Column<int>(type: "integer", nullable: false, comment: "Workers in stake pools."),
                    delegators = table.Column<int>(type: "integer", nullable: false, comment: "Accounts with shares. Pools that delegate and contracts that pay claims hold what is others', and do not count.")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_network_day", x => new { x.network, x.end_time });
                },
                comment: "How a network stood at the end of a day of UTC that can never be taken back: a job keeps it, so that histories of years need not read every pool at every day. It follows from the ledger alone, and is the same whenever it is computed.");

            migrationBuilder.Sql(
                """
                create function network_figures(of_network text, at_height bigint)
                returns table (staked numeric, rewards_to_stakers numeric, rewards_to_owners numeric, pools integer, workers integer, delegators integer)
                language sql stable as $$
                  select coalesce(sum(case p.kind when 'VAULT' then s.free_value else s.total_value end), 0),
                    coalesce(sum(case p.kind when 'VAULT' then -s.rewards_to_owner else s.rewards_to_stakers end), 0),
                    coalesce(sum(s.rewards_to_owner), 0), count(*)::integer, coalesce(sum(s.worker_count), 0)::integer,
                    (select count(distinct h.account)::integer from position h
                     where h.network = of_network and h.from_height <= at_height and (h.to_height is null or h.to_height > at_height)
                       and h.shares > 0
                       and not exists (select from pool own where own.network = h.network and own.account = h.account)
                       and not exists (select from claim_contract payer where payer.network = h.network and payer.contract = h.account))
                  from pool p
                  cross join lateral (
                    select * from pool_state v where v.network = p.network and v.pool_id = p.id and v.from_height <= at_height
                    order by v.from_height desc limit 1) s
                  where p.network = of_network
                $$
                """);
            migrationBuilder.Sql(
                """
                comment on function network_figures is 'How a network stood after a block, without counting anything twice: the columns of network_day.'
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("drop function network_figures");

            migrationBuilder.DropTable(
                name: "network_day");
        }
    }
}
