using System;
using System.Numerics;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Indexer.Migrations.Migrations
{
    /// <inheritdoc />
    public partial class Bridge : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "bridge_transfer",
                columns: table => new
                {
                    network = table.Column<string>(type: "text", nullable: false, comment: "Name of the network."),
                    from_height = table.Column<long>(type: "bigint", nullable: false, comment: "Height of the block at whose end this version became valid."),
                    event_height = table.Column<long>(type: "bigint", nullable: false, comment: "Height of the block whose log stated it."),
                    event_index = table.Column<int>(type: "integer", nullable: false, comment: "Index of that log in its block."),
                    direction = table.Column<string>(type: "text", nullable: false, comment: "Where it goes."),
                    side = table.Column<string>(type: "text", nullable: false, comment: "Which side of it happened on this network."),
                    message = table.Column<byte[]>(type: "bytea", nullable: false, comment: "What is transferred, the same on both networks: Keccak-256 of the ABI encoding of the token on Ethereum, the token on the L2, sender, receiver, amount, and the hash of the extra data."),
                    number = table.Column<int>(type: "integer", nullable: false, comment: "Counts the transfers of equal message on this network, from 1: the first to go is the first to arrive."),
                    token = table.Column<byte[]>(type: "bytea", nullable: false, comment: "The token on this network."),
                    remote_token = table.Column<byte[]>(type: "bytea", nullable: false, comment: "The token on the other network."),
                    sender = table.Column<byte[]>(type: "bytea", nullable: false, comment: "Who sent, on the network where the transfer was initiated."),
                    receiver = table.Column<byte[]>(type: "bytea", nullable: false, comment: "Who receives, on the network where the transfer is finalized."),
                    amount = table.Column<BigInteger>(type: "numeric(39,0)", nullable: false, comment: "How much, in units of 10^-18 of the token."),
                    event_time = table.Column<DateTimeOffset>(type: "timestamp(3) with time zone", nullable: false, comment: "Time of the block, UTC."),
                    transaction = table.Column<byte[]>(type: "bytea", nullable: false, comment: "Hash of the transaction."),
                    withdrawal_hash = table.Column<byte[]>(type: "bytea", nullable: true, comment: "The hash by which a withdrawal is proven and finalized on Ethereum (MessagePassed, WithdrawalFinalized); null for deposits, and where no log of the same transaction states it."),
                    to_height = table.Column<long>(type: "bigint", nullable: true, comment: "Height of the block at whose end the next version replaced it; null while it is the current one.")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bridge_transfer", x => new { x.network, x.event_height, x.event_index, x.from_height });
                },
                comment: "One side of a transfer over the bridge between Ethereum and Phala's L2 (OP stack standard bridge). Each network keeps the side that happened on it: a transfer is the initiated side on one network and, once it arrived, the finalized side of the same direction, message and number on the other.");

            migrationBuilder.CreateTable(
                name: "bridge_withdrawal",
                columns: table => new
                {
                    network = table.Column<string>(type: "text", nullable: false, comment: "Name of the network."),
                    from_height = table.Column<long>(type: "bigint", nullable: false, comment: "Height of the block at whose end this version became valid."),
                    withdrawal_hash = table.Column<byte[]>(type: "bytea", nullable: false, comment: "The hash of the withdrawal, which the L2 states when it is initiated (MessagePassed)."),
                    proven_height = table.Column<long>(type: "bigint", nullable: true, comment: "Height of the block of the last proof (WithdrawalProven); null when none is indexed."),
                    proven_time = table.Column<DateTimeOffset>(type: "timestamp(3) with time zone", nullable: true, comment: "Time of that block, UTC."),
                    proven_transaction = table.Column<byte[]>(type: "bytea", nullable: true, comment: "Hash of the transaction of the last proof."),
                    finalized_height = table.Column<long>(type: "bigint", nullable: true, comment: "Height of the block in which it was carried out (WithdrawalFinalized); null while it waits."),
                    finalized_time = table.Column<DateTimeOffset>(type: "timestamp(3) with time zone", nullable: true, comment: "Time of that block, UTC."),
                    finalized_transaction = table.Column<byte[]>(type: "bytea", nullable: true, comment: "Hash of that transaction."),
                    succeeded = table.Column<bool>(type: "boolean", nullable: true, comment: "Whether the call that it carries succeeded; null while it waits."),
                    to_height = table.Column<long>(type: "bigint", nullable: true, comment: "Height of the block at whose end the next version replaced it; null while it is the current one.")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bridge_withdrawal", x => new { x.network, x.withdrawal_hash, x.from_height });
                },
                comment: "What Ethereum's side of an OP stack chain (OptimismPortal) knows of a withdrawal: that it was proven, and that it was finalized.");

            migrationBuilder.CreateIndex(
                name: "ix_bridge_transfer_from",
                table: "bridge_transfer",
                columns: new[] { "network", "from_height" });

            migrationBuilder.CreateIndex(
                name: "ix_bridge_transfer_message_number_direction",
                table: "bridge_transfer",
                columns: new[] { "message", "number", "direction" });

            migrationBuilder.CreateIndex(
                name: "ix_bridge_transfer_open",
                table: "bridge_transfer",
                columns: new[] { "network", "event_height", "event_index" },
                unique: true,
                filter: "to_height is null");

            migrationBuilder.CreateIndex(
                name: "ix_bridge_transfer_receiver_event_time",
                table: "bridge_transfer",
                columns: new[] { "receiver", "event_time" });

            migrationBuilder.CreateIndex(
                name: "ix_bridge_transfer_sender_event_time",
                table: "bridge_transfer",
                columns: new[] { "sender", "event_time" });

            migrationBuilder.CreateIndex(
                name: "ix_bridge_transfer_to",
                table: "bridge_transfer",
                columns: new[] { "network", "to_height" });

            migrationBuilder.CreateIndex(
                name: "ix_bridge_transfer_withdrawal_hash",
                table: "bridge_transfer",
                column: "withdrawal_hash");

            migrationBuilder.CreateIndex(
                name: "ix_bridge_withdrawal_from",
                table: "bridge_withdrawal",
                columns: new[] { "network", "from_height" });

            migrationBuilder.CreateIndex(
                name: "ix_bridge_withdrawal_open",
                table: "bridge_withdrawal",
                columns: new[] { "network", "withdrawal_hash" },
                unique: true,
                filter: "to_height is null");

            migrationBuilder.CreateIndex(
                name: "ix_bridge_withdrawal_to",
                table: "bridge_withdrawal",
                columns: new[] { "network", "to_height" });

            migrationBuilder.CreateIndex(
                name: "ix_bridge_withdrawal_withdrawal_hash",
                table: "bridge_withdrawal",
                column: "withdrawal_hash");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "bridge_transfer");

            migrationBuilder.DropTable(
                name: "bridge_withdrawal");
        }
    }
}
