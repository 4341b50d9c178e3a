using System;
using System.Numerics;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Indexer.Migrations.Migrations
{
    /// <inheritdoc />
    public partial class StakingContracts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterColumn<bool>(
                name: "stated",
                table: "reward",
                type: "boolean",
                nullable: false,
                comment: "True when the chain stated the amount, in an event or by a view of the contract, false when it was derived from other events.",
                oldClrType: typeof(bool),
                oldType: "boolean",
                oldComment: "True when the chain stated the amount in an event, false when it was derived from other events.");

            migrationBuilder.AddColumn<BigInteger>(
                name: "shares",
                table: "reward",
                type: "numeric(39,0)",
                nullable: true,
                comment: "Shares of the PHA vault that were paid instead of PHA, so that the amount is 0; null where PHA was.");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "ready_time",
                table: "bridge_withdrawal",
                type: "timestamp(3) with time zone",
                nullable: true,
                comment: "From when on it can be carried out, UTC: the last proof and the delay that the portal had then (proofMaturityDelaySeconds, or FINALIZATION_PERIOD_SECONDS of older ones). What else must hold, such as a dispute about the proof being settled, comes on top. Null when it is not proven, or the portal states no delay.");

            migrationBuilder.CreateTable(
                name: "disagreement",
                columns: table => new
                {
                    network = table.Column<string>(type: "text", nullable: false, comment: "Name of the network."),
                    height = table.Column<long>(type: "bigint", nullable: false, comment: "Height of the block."),
                    subject = table.Column<string>(type: "text", nullable: false, comment: "What was asked for, for example eth_getLogs."),
                    refused = table.Column<string>(type: "text", nullable: false, comment: "Host of the endpoint that was not."),
                    taken = table.Column<string>(type: "text", nullable: false, comment: "Host of the endpoint that was believed."),
                    taken_answer = table.Column<string>(type: "text", nullable: false, comment: "What it said, in a few words."),
                    refused_answer = table.Column<string>(type: "text", nullable: false, comment: "What it said."),
                    seen_at = table.Column<DateTimeOffset>(type: "timestamp(3) with time zone", nullable: false, comment: "When it was first seen, UTC.")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_disagreement", x => new { x.network, x.height, x.subject, x.refused });
                },
                comment: "Two endpoints of a network answered the same question about a block differently, and one of the answers can be shown to be wrong: it was not taken.");

            migrationBuilder.Sql(
                """
                create function vault_worth(of_network text, at timestamp with time zone, of_shares numeric)
                returns numeric
                language sql stable as $$
                  select div(of_shares * s.total_value, nullif(s.total_shares, 0))
                  from network n
                  join pool p on p.network = coalesce(n.l1, n.name) and p.kind = 'ERC4626'
                  cross join lateral (
                    select b.height from block b where b.network = p.network and b.time <= at
                    order by b.time desc, b.height desc limit 1) b
                  cross join lateral (
                    select v.total_value, v.total_shares from pool_state v
                    where v.network = p.network and v.pool_id = p.id and v.from_height <= b.height
                    order by v.from_height desc limit 1) s
                  where n.name = of_network
                  order by p.height limit 1
                $$
                """);
            migrationBuilder.Sql(
                """
                comment on function vault_worth is 'What shares of the PHA vault on a network, or on the one on which it settles, were worth in PHA at a time, rounded down; null while that is not indexed.'
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("drop function vault_worth");

            migrationBuilder.DropTable(
                name: "disagreement");

            migrationBuilder.DropColumn(
                name: "shares",
                table: "reward");

            migrationBuilder.DropColumn(
                name: "ready_time",
                table: "bridge_withdrawal");

            migrationBuilder.AlterColumn<bool>(
                name: "stated",
                table: "reward",
                type: "boolean",
                nullable: false,
                comment: "True when the chain stated the amount in an event, false when it was derived from other events.",
                oldClrType: typeof(bool),
                oldType: "boolean",
                oldComment: "True when the chain stated the amount, in an event or by a view of the contract, false when it was derived from other events.");
        }
    }
}
