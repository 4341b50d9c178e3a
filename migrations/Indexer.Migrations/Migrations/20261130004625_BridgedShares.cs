using System.Numerics;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Indexer.Migrations.Migrations
{
    /// <inheritdoc />
    public partial class BridgedShares : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<BigInteger>(
                name: "bridged_cost",
                table: "pool_state",
                type: "numeric(39,0)",
                nullable: false,
                defaultValue: BigInteger.Zero,
                comment: "Cost basis of the shares in the escrow, in PHA; shares that come back take their proportional part of it.");

            migrationBuilder.AddColumn<BigInteger>(
                name: "bridged_shares",
                table: "pool_state",
                type: "numeric(39,0)",
                nullable: false,
                defaultValue: BigInteger.Zero,
                comment: "Those of all shares of the PHA vault that lie in the escrow of the bridge to Phala's L2: they are nobody's position here, but of those who hold them there.");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "bridged_cost",
                table: "pool_state");

            migrationBuilder.DropColumn(
                name: "bridged_shares",
                table: "pool_state");
        }
    }
}
