using System;
using System.Numerics;
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

            migrationBuilder.AlterColumn<BigInteger>(
                name: "amount",
                table: "stake_event",
                type: "numeric(39,0)",
                nullable: false,
                comment: "The amount of PHA that the chain states for the event, never negative; zero when it states none. Of shares of a vault on Ethereum that move between accounts or over the bridge, what they were worth by the assets of the vault's last settlement.",
                oldClrType: typeof(BigInteger),
                oldType: "numeric(39,0)",
                oldComment: "The amount of PHA that the chain states for the event, never negative; zero when it states none.");

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

            migrationBuilder.CreateTable(
                name: "identity",
                columns: table => new
                {
                    network = table.Column<string>(type: "text", nullable: false, comment: "Name of the network."),
                    from_height = table.Column<long>(type: "bigint", nullable: false, comment: "Height of the block at whose end this version became valid."),
                    account = table.Column<byte[]>(type: "bytea", nullable: false, comment: "The account."),
                    display = table.Column<string>(type: "text", nullable: true, comment: "Name by which it wants to be known; null when it states none."),
                    legal = table.Column<string>(type: "text", nullable: true, comment: "Full legal name."),
                    web = table.Column<string>(type: "text", nullable: true, comment: "Web site."),
                    email = table.Column<string>(type: "text", nullable: true, comment: "E-mail address."),
                    twitter = table.Column<string>(type: "text", nullable: true, comment: "Account of X, formerly Twitter."),
                    riot = table.Column<string>(type: "text", nullable: true, comment: "Account of Matrix, formerly Riot."),
                    judgements = table.Column<string>(type: "text", nullable: false, comment: "The judgements, as registrar:JUDGEMENT, separated by commas and ordered by registrar; empty without any."),
                    is_set = table.Column<bool>(type: "boolean", nullable: false, comment: "Whether it has set data of its own, be it empty."),
                    parent = table.Column<byte[]>(type: "bytea", nullable: true, comment: "The account whose sub-account it is; null when it is none's."),
                    sub_name = table.Column<string>(type: "text", nullable: true, comment: "Its name below that of its parent."),
                    search_text = table.Column<string>(type: "text", nullable: false, comment: "Display name and name below the parent, one a line, in lower case by the rules of Unicode: what a search looks in."),
                    changed_time = table.Column<DateTimeOffset>(type: "timestamp(3) with time zone", nullable: false, comment: "Time of the block that changed it last, UTC."),
                    to_height = table.Column<long>(type: "bigint", nullable: true, comment: "Height of the block at whose end the next version replaced it; null while it is the current one.")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_identity", x => new { x.network, x.account, x.from_height });
                },
                comment: "Whom an account of a parachain says it belongs to (pallet identity): data of its own, or a name below that of another account. Texts are as their owner wrote them, which proves nothing; what registrars think of them is in the judgements. Bytes that are no text are hexadecimal digits after 0x; of data of which the chain has only the hash, it is the name of the hash with its digits.");

            migrationBuilder.CreateTable(
                name: "identity_registrar",
                columns: table => new
                {
                    network = table.Column<string>(type: "text", nullable: false, comment: "Name of the network."),
                    from_height = table.Column<long>(type: "bigint", nullable: false, comment: "Height of the block at whose end this version became valid."),
                    registrar_id = table.Column<int>(type: "integer", nullable: false, comment: "Its number, by which judgements name it."),
                    registrar = table.Column<byte[]>(type: "bytea", nullable: false, comment: "Its account."),
                    to_height = table.Column<long>(type: "bigint", nullable: true, comment: "Height of the block at whose end the next version replaced it; null while it is the current one.")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_identity_registrar", x => new { x.network, x.registrar_id, x.from_height });
                },
                comment: "Who judges identities on a parachain (pallet identity).");

            migrationBuilder.CreateIndex(
                name: "ix_identity_account",
                table: "identity",
                column: "account");

            migrationBuilder.CreateIndex(
                name: "ix_identity_from",
                table: "identity",
                columns: new[] { "network", "from_height" });

            migrationBuilder.CreateIndex(
                name: "ix_identity_open",
                table: "identity",
                columns: new[] { "network", "account" },
                unique: true,
                filter: "to_height is null");

            migrationBuilder.CreateIndex(
                name: "ix_identity_to",
                table: "identity",
                columns: new[] { "network", "to_height" });

            migrationBuilder.CreateIndex(
                name: "ix_identity_registrar_from",
                table: "identity_registrar",
                columns: new[] { "network", "from_height" });

            migrationBuilder.CreateIndex(
                name: "ix_identity_registrar_open",
                table: "identity_registrar",
                columns: new[] { "network", "registrar_id" },
                unique: true,
                filter: "to_height is null");

            migrationBuilder.CreateIndex(
                name: "ix_identity_registrar_to",
                table: "identity_registrar",
                columns: new[] { "network", "to_height" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "identity");

            migrationBuilder.DropTable(
                name: "identity_registrar");

            migrationBuilder.AlterTable(
                name: "bridge_transfer",
                comment: "One side of a transfer over the bridge between Ethereum and Phala's L2 (OP stack standard bridge). Each network keeps the side that happened on it: a transfer is the initiated side on one network and, once it arrived, the finalized side of the same direction, message and number on the other.",
                oldComment: "One side of a transfer over the bridge between Ethereum and Phala's L2 (OP stack standard bridge). Each network keeps the side that happened on it: a transfer is the initiated side on one network and, once it arrived, the finalized side of the same direction and message on the other: that with the same message hash or, where either has none, the same number.");

            migrationBuilder.AlterColumn<BigInteger>(
                name: "amount",
                table: "stake_event",
                type: "numeric(39,0)",
                nullable: false,
                comment: "The amount of PHA that the chain states for the event, never negative; zero when it states none.",
                oldClrType: typeof(BigInteger),
                oldType: "numeric(39,0)",
                oldComment: "The amount of PHA that the chain states for the event, never negative; zero when it states none. Of shares of a vault on Ethereum that move between accounts or over the bridge, what they were worth by the assets of the vault's last settlement.");

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
