using System;
using System.Numerics;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Indexer.Migrations.Migrations
{
    /// <inheritdoc />
    public partial class PhalaL2 : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "backing_pool_id",
                table: "pool_state",
                type: "text",
                nullable: true,
                comment: "The pool on the L1 whose shares those of this pool are (the remote token that the bridge states with every transfer): it has their price. Null for pools that have a value of their own.");

            migrationBuilder.AddColumn<string>(
                name: "l1",
                table: "network",
                type: "text",
                nullable: true,
                comment: "Name of the network on which this one settles, when it is an L2 (OP stack); null on others.");

            migrationBuilder.AddColumn<byte[]>(
                name: "message_hash",
                table: "bridge_transfer",
                type: "bytea",
                nullable: true,
                comment: "The hash by which the messenger of the other network relays it or states that it failed (CrossDomainMessenger.sol, hashCrossDomainMessageV1); null on the finalized side, and where no SentMessage of the same transaction states it.");

            migrationBuilder.AddColumn<BigInteger>(
                name: "reward_index",
                table: "bridge_transfer",
                type: "numeric(78,0)",
                nullable: true,
                comment: "The reward index of the vault at the event, in PHA times 10^36: what the shares earned on their way counts from it, or up to it. Null on the L2, where the vault is not.");

            migrationBuilder.CreateTable(
                name: "account_label",
                columns: table => new
                {
                    network = table.Column<string>(type: "text", nullable: false, comment: "Name of the network whose configuration says so."),
                    address = table.Column<byte[]>(type: "bytea", nullable: false, comment: "The account."),
                    name = table.Column<string>(type: "text", nullable: false, comment: "What people call it."),
                    kind = table.Column<string>(type: "text", nullable: false, comment: "What it is.")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_label", x => new { x.address, x.network });
                },
                comment: "What an account of a network is known as, by configuration: a contract or an institution that holds for many, and so is nobody's stake and joins no holder.");

            migrationBuilder.CreateTable(
                name: "bridge_check",
                columns: table => new
                {
                    network = table.Column<string>(type: "text", nullable: false, comment: "Name of the L2."),
                    pool_id = table.Column<string>(type: "text", nullable: false, comment: "The pool of the bridged shares on the L2."),
                    height = table.Column<long>(type: "bigint", nullable: false, comment: "The height at which the L2 was read: its last finalized block that is indexed."),
                    l1_height = table.Column<long>(type: "bigint", nullable: false, comment: "The height at which the L1 was read: its last finalized block that is indexed."),
                    escrow = table.Column<BigInteger>(type: "numeric(39,0)", nullable: false, comment: "Shares in the escrow on the L1."),
                    supply = table.Column<BigInteger>(type: "numeric(39,0)", nullable: false, comment: "All shares on the L2."),
                    in_flight = table.Column<BigInteger>(type: "numeric(39,0)", nullable: false, comment: "Shares on their way: what was sent on either network, less what arrived. Negative when what arrived was sent above the height at which the network of its sender was read."),
                    difference = table.Column<BigInteger>(type: "numeric(39,0)", nullable: false, computedColumnSql: "escrow - supply - in_flight", stored: true, comment: "Escrow less supply less in flight: zero, unless shares came to the escrow otherwise than over the bridge, or events are missing. Computed by the database."),
                    checked_at = table.Column<DateTimeOffset>(type: "timestamp(3) with time zone", nullable: false, comment: "When it was compared, UTC.")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bridge_check", x => new { x.network, x.pool_id, x.height, x.l1_height });
                },
                comment: "The books of both networks of a bridge compared at their finalized blocks: the vault's shares in the escrow on the L1 must be those that exist on the L2 and those on their way. A row without a difference is the proof that it was compared.");

            migrationBuilder.CreateTable(
                name: "bridge_failure",
                columns: table => new
                {
                    network = table.Column<string>(type: "text", nullable: false, comment: "Name of the network."),
                    from_height = table.Column<long>(type: "bigint", nullable: false, comment: "Height of the block at whose end this version became valid."),
                    message_hash = table.Column<byte[]>(type: "bytea", nullable: false, comment: "The hash of the message (MessageHash)."),
                    failed_height = table.Column<long>(type: "bigint", nullable: false, comment: "Height of the block in which it failed last."),
                    failed_time = table.Column<DateTimeOffset>(type: "timestamp(3) with time zone", nullable: false, comment: "Time of that block, UTC."),
                    failed_transaction = table.Column<byte[]>(type: "bytea", nullable: false, comment: "Hash of that transaction."),
                    to_height = table.Column<long>(type: "bigint", nullable: true, comment: "Height of the block at whose end the next version replaced it; null while it is the current one.")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bridge_failure", x => new { x.network, x.message_hash, x.from_height });
                },
                comment: "A message of an OP stack chain that the messenger of this network could not relay (FailedRelayedMessage): what it carries has not arrived. Anybody may relay it again, and once that succeeds the bridge states the arrival.");

            migrationBuilder.CreateIndex(
                name: "ix_bridge_transfer_message_hash",
                table: "bridge_transfer",
                column: "message_hash");

            migrationBuilder.CreateIndex(
                name: "ix_account_label_network",
                table: "account_label",
                column: "network");

            migrationBuilder.CreateIndex(
                name: "ix_bridge_failure_from",
                table: "bridge_failure",
                columns: new[] { "network", "from_height" });

            migrationBuilder.CreateIndex(
                name: "ix_bridge_failure_message_hash",
                table: "bridge_failure",
                column: "message_hash");

            migrationBuilder.CreateIndex(
                name: "ix_bridge_failure_open",
                table: "bridge_failure",
                columns: new[] { "network", "message_hash" },
                unique: true,
                filter: "to_height is null");

            migrationBuilder.CreateIndex(
                name: "ix_bridge_failure_to",
                table: "bridge_failure",
                columns: new[] { "network", "to_height" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "account_label");

            migrationBuilder.DropTable(
                name: "bridge_check");

            migrationBuilder.DropTable(
                name: "bridge_failure");

            migrationBuilder.DropIndex(
                name: "ix_bridge_transfer_message_hash",
                table: "bridge_transfer");

            migrationBuilder.DropColumn(
                name: "backing_pool_id",
                table: "pool_state");

            migrationBuilder.DropColumn(
                name: "l1",
                table: "network");

            migrationBuilder.DropColumn(
                name: "message_hash",
                table: "bridge_transfer");

            migrationBuilder.DropColumn(
                name: "reward_index",
                table: "bridge_transfer");
        }
    }
}
