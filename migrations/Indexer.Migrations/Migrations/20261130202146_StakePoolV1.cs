using System.Globalization;
using System.Numerics;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Indexer.Migrations.Migrations
{
    /// <inheritdoc />
    public partial class StakePoolV1 : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<BigInteger>(
                name: "available_reward",
                table: "position",
                type: "numeric(39,0)",
                nullable: false,
                defaultValue: BigInteger.Parse("0", NumberFormatInfo.InvariantInfo),
                comment: "Rewards of a stake pool of the first version that were settled and wait to be claimed, in PHA (available_rewards of PhalaStakePool); what the accumulator of the pool added since comes on top.");

            migrationBuilder.AddColumn<BigInteger>(
                name: "reward_debt",
                table: "position",
                type: "numeric(39,0)",
                nullable: false,
                defaultValue: BigInteger.Parse("0", NumberFormatInfo.InvariantInfo),
                comment: "What the accumulator of a stake pool of the first version had given to the shares when they were last settled, in PHA (reward_debt of PhalaStakePool).");

            migrationBuilder.AddColumn<BigInteger>(
                name: "reward_accumulator",
                table: "pool_state",
                type: "numeric(78,0)",
                nullable: true,
                comment: "The chain's own cumulative reward of one share (reward_acc of PhalaStakePool), as bits of U64F64, of a stake pool of the first version, whose rewards wait beside the shares until they are claimed; null for other pools, whose rewards add to their value.");

            migrationBuilder.AlterColumn<long>(
                name: "collection_id",
                table: "pool",
                type: "bigint",
                nullable: true,
                comment: "The RMRK collection of the pool's delegation NFTs; null on EVM chains and for stake pools of the first version.",
                oldClrType: typeof(long),
                oldType: "bigint",
                oldNullable: true,
                oldComment: "The RMRK collection of the pool's delegation NFTs; null on EVM chains.");

            migrationBuilder.AlterColumn<byte[]>(
                name: "account",
                table: "pool",
                type: "bytea",
                nullable: false,
                comment: "The account that holds the pool's own assets: the pool account of the pallet, or the contract. A stake pool of the first version has its number and owner in it, but no assets.",
                oldClrType: typeof(byte[]),
                oldType: "bytea",
                oldComment: "The account that holds the pool's own assets: the pool account of the pallet, or the contract.");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "available_reward",
                table: "position");

            migrationBuilder.DropColumn(
                name: "reward_debt",
                table: "position");

            migrationBuilder.DropColumn(
                name: "reward_accumulator",
                table: "pool_state");

            migrationBuilder.AlterColumn<long>(
                name: "collection_id",
                table: "pool",
                type: "bigint",
                nullable: true,
                comment: "The RMRK collection of the pool's delegation NFTs; null on EVM chains.",
                oldClrType: typeof(long),
                oldType: "bigint",
                oldNullable: true,
                oldComment: "The RMRK collection of the pool's delegation NFTs; null on EVM chains and for stake pools of the first version.");

            migrationBuilder.AlterColumn<byte[]>(
                name: "account",
                table: "pool",
                type: "bytea",
                nullable: false,
                comment: "The account that holds the pool's own assets: the pool account of the pallet, or the contract.",
                oldClrType: typeof(byte[]),
                oldType: "bytea",
                oldComment: "The account that holds the pool's own assets: the pool account of the pallet, or the contract. A stake pool of the first version has its number and owner in it, but no assets.");
        }
    }
}
