using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Indexer.Migrations.Migrations
{
    /// <inheritdoc />
    public partial class Identities : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterTable(
                name: "bridge_transfer",
                comment: "One side of a transfer over the bridge between Ethereum and Phala's L2 (OP stack standard bridge). Each network keeps the side that happened on it: a transfer is the initiated side on one network and, once it arrived, the finalized side of the same direction and message on the other: that with the same message hash or, where either has none, the same number.",
                oldComment: "One side of a transfer over the bridge between Ethereum and Phala's L2 (OP stack standard bridge). Each network keeps the side that happened on it: a transfer is the initiated side on one network and, once it arrived, the finalized side of the same direction, message and number on the other.");

            migrationBuilder.AlterColumn<int>(
                name: "number",
                table: "bridge_transfer",
                type: "integer",
                nullable: false,
                comment: "Counts the transfers of equal message on this network, from 1: where no messenger names them, the first to go is taken for the first to arrive.",
                oldClrType: typeof(int),
                oldType: "integer",
                oldComment: "Counts the transfers of equal message on this network, from 1: the first to go is the first to arrive.");

            migrationBuilder.AlterColumn<byte[]>(
                name: "message_hash",
                table: "bridge_transfer",
                type: "bytea",
                nullable: true,
                comment: "The hash by which the messenger of the receiving network relays it or states that it failed (CrossDomainMessenger.sol, hashCrossDomainMessageV1). It tells equal transfers apart. Null where no SentMessage, or on the finalized side no RelayedMessage, of the same transaction states it.",
                oldClrType: typeof(byte[]),
                oldType: "bytea",
                oldNullable: true,
                oldComment: "The hash by which the messenger of the other network relays it or states that it failed (CrossDomainMessenger.sol, hashCrossDomainMessageV1); null on the finalized side, and where no SentMessage of the same transaction states it.");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterTable(
                name: "bridge_transfer",
                comment: "One side of a transfer over the bridge between Ethereum and Phala's L2 (OP stack standard bridge). Each network keeps the side that happened on it: a transfer is the initiated side on one network and, once it arrived, the finalized side of the same direction, message and number on the other.",
                oldComment: "One side of a transfer over the bridge between Ethereum and Phala's L2 (OP stack standard bridge). Each network keeps the side that happened on it: a transfer is the initiated side on one network and, once it arrived, the finalized side of the same direction and message on the other: that with the same message hash or, where either has none, the same number.");

            migrationBuilder.AlterColumn<int>(
                name: "number",
                table: "bridge_transfer",
                type: "integer",
                nullable: false,
                comment: "Counts the transfers of equal message on this network, from 1: the first to go is the first to arrive.",
                oldClrType: typeof(int),
                oldType: "integer",
                oldComment: "Counts the transfers of equal message on this network, from 1: where no messenger names them, the first to go is taken for the first to arrive.");

            migrationBuilder.AlterColumn<byte[]>(
                name: "message_hash",
                table: "bridge_transfer",
                type: "bytea",
                nullable: true,
                comment: "The hash by which the messenger of the other network relays it or states that it failed (CrossDomainMessenger.sol, hashCrossDomainMessageV1); null on the finalized side, and where no SentMessage of the same transaction states it.",
                oldClrType: typeof(byte[]),
                oldType: "bytea",
                oldNullable: true,
                oldComment: "The hash by which the messenger of the receiving network relays it or states that it failed (CrossDomainMessenger.sol, hashCrossDomainMessageV1). It tells equal transfers apart. Null where no SentMessage, or on the finalized side no RelayedMessage, of the same transaction states it.");
        }
    }
}
