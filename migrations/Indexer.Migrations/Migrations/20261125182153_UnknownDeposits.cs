using System.Globalization;
using System.Numerics;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Indexer.Migrations.Migrations
{
    /// <inheritdoc />
    public partial class UnknownDeposits : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterColumn<BigInteger>(
                name: "deposit",
                table: "proposal_state",
                type: "numeric(39,0)",
                nullable: true,
                comment: "PHA held as deposits for it now: of its proposer and of those who back it; null while unknown.",
                oldClrType: typeof(BigInteger),
                oldType: "numeric(39,0)",
                oldComment: "PHA held as deposits for it now: of its proposer and of those who back it.");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterColumn<BigInteger>(
                name: "deposit",
                table: "proposal_state",
                type: "numeric(39,0)",
                nullable: false,
                defaultValue: BigInteger.Parse("0", NumberFormatInfo.InvariantInfo),
                comment: "PHA held as deposits for it now: of its proposer and of those who back it.",
                oldClrType: typeof(BigInteger),
                oldType: "numeric(39,0)",
                oldNullable: true,
                oldComment: "PHA held as deposits for it now: of its proposer and of those who back it; null while unknown.");
        }
    }
}
