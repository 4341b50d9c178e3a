using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Indexer.Migrations.Migrations
{
    /// <inheritdoc />
    public partial class AccountLife : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterTable(
                name: "account_link",
                comment: "Evidence that two addresses may belong to one holder. A claim names its Substrate account by 20 bytes only, therefore the link is kept with these bytes and takes effect when an account with them is known. Several claimants of one receiver are one holder: people have several Substrate accounts. What would make strangers one (a contract, an exchange) has a reason not to merge.",
                oldComment: "Evidence that two addresses belong to one holder. A claim names its Substrate account by 20 bytes only, therefore the link is kept with these bytes and takes effect when an account with them is known.");

            migrationBuilder.AlterColumn<byte[]>(
                name: "transaction",
                table: "vote_event",
                type: "bytea",
                nullable: true,
                comment: "Hash of the transaction: on EVM networks its own, on Substrate networks that of the extrinsic (Blake2b-256 of its bytes, as explorers show it). Null for what no transaction did, and on Substrate networks for rewards, which would be most of all hashes.",
                oldClrType: typeof(byte[]),
                oldType: "bytea",
                oldNullable: true,
                oldComment: "Hash of the transaction (EVM); null on Substrate networks, whose transactions are named by Extrinsic.");

            migrationBuilder.AlterColumn<byte[]>(
                name: "transaction",
                table: "stake_event",
                type: "bytea",
                nullable: true,
                comment: "Hash of the transaction: on EVM networks its own, on Substrate networks that of the extrinsic (Blake2b-256 of its bytes, as explorers show it). Null for what no transaction did, and on Substrate networks for rewards, which would be most of all hashes.",
                oldClrType: typeof(byte[]),
                oldType: "bytea",
                oldNullable: true,
                oldComment: "Hash of the transaction (EVM); null on Substrate networks, whose transactions are named by Extrinsic.");

            migrationBuilder.AlterColumn<byte[]>(
                name: "transaction",
                table: "reward",
                type: "bytea",
                nullable: true,
                comment: "Hash of the transaction: on EVM networks its own, on Substrate networks that of the extrinsic (Blake2b-256 of its bytes, as explorers show it). Null for what no transaction did, and on Substrate networks for rewards, which would be most of all hashes.",
                oldClrType: typeof(byte[]),
                oldType: "bytea",
                oldNullable: true,
                oldComment: "Hash of the transaction (EVM); null on Substrate networks, whose transactions are named by Extrinsic.");

            migrationBuilder.AlterColumn<byte[]>(
                name: "transaction",
                table: "reconciliation",
                type: "bytea",
                nullable: true,
                comment: "Hash of the transaction: on EVM networks its own, on Substrate networks that of the extrinsic (Blake2b-256 of its bytes, as explorers show it). Null for what no transaction did, and on Substrate networks for rewards, which would be most of all hashes.",
                oldClrType: typeof(byte[]),
                oldType: "bytea",
                oldNullable: true,
                oldComment: "Hash of the transaction (EVM); null on Substrate networks, whose transactions are named by Extrinsic.");

            migrationBuilder.AlterColumn<byte[]>(
                name: "transaction",
                table: "proposal_link",
                type: "bytea",
                nullable: true,
                comment: "Hash of the transaction: on EVM networks its own, on Substrate networks that of the extrinsic (Blake2b-256 of its bytes, as explorers show it). Null for what no transaction did, and on Substrate networks for rewards, which would be most of all hashes.",
                oldClrType: typeof(byte[]),
                oldType: "bytea",
                oldNullable: true,
                oldComment: "Hash of the transaction (EVM); null on Substrate networks, whose transactions are named by Extrinsic.");

            migrationBuilder.AlterColumn<byte[]>(
                name: "transaction",
                table: "proposal_event",
                type: "bytea",
                nullable: true,
                comment: "Hash of the transaction: on EVM networks its own, on Substrate networks that of the extrinsic (Blake2b-256 of its bytes, as explorers show it). Null for what no transaction did, and on Substrate networks for rewards, which would be most of all hashes.",
                oldClrType: typeof(byte[]),
                oldType: "bytea",
                oldNullable: true,
                oldComment: "Hash of the transaction (EVM); null on Substrate networks, whose transactions are named by Extrinsic.");

            migrationBuilder.AlterColumn<byte[]>(
                name: "transaction",
                table: "proposal",
                type: "bytea",
                nullable: true,
                comment: "Hash of the transaction: on EVM networks its own, on Substrate networks that of the extrinsic (Blake2b-256 of its bytes, as explorers show it). Null for what no transaction did, and on Substrate networks for rewards, which would be most of all hashes.",
                oldClrType: typeof(byte[]),
                oldType: "bytea",
                oldNullable: true,
                oldComment: "Hash of the transaction (EVM); null on Substrate networks, whose transactions are named by Extrinsic.");

            migrationBuilder.AlterColumn<byte[]>(
                name: "holder",
                table: "holder_account",
                type: "bytea",
                nullable: false,
                comment: "The holder, by its main address: of all addresses linked with it, directly or through others, the Substrate account of HolderId when it is known, else the smallest Substrate account, else the smallest EVM account.",
                oldClrType: typeof(byte[]),
                oldType: "bytea",
                oldComment: "The holder: of all addresses linked with it, directly or through others, the smallest Substrate account, or the smallest EVM account when no Substrate account is known.");

            migrationBuilder.AddColumn<byte[]>(
                name: "holder_id",
                table: "holder_account",
                type: "bytea",
                nullable: false,
                defaultValue: new byte[0],
                comment: "What tells the holder from others whatever else becomes known of it: the 20 bytes by which its first claim names its Substrate account, or the first 20 bytes of its address when it has no claim. Of holders that become one, that of the earlier claim stays.");

            migrationBuilder.AlterColumn<byte[]>(
                name: "transaction",
                table: "claim_funding",
                type: "bytea",
                nullable: true,
                comment: "Hash of the transaction: on EVM networks its own, on Substrate networks that of the extrinsic (Blake2b-256 of its bytes, as explorers show it). Null for what no transaction did, and on Substrate networks for rewards, which would be most of all hashes.",
                oldClrType: typeof(byte[]),
                oldType: "bytea",
                oldNullable: true,
                oldComment: "Hash of the transaction (EVM); null on Substrate networks, whose transactions are named by Extrinsic.");

            migrationBuilder.AlterColumn<byte[]>(
                name: "transaction",
                table: "claim",
                type: "bytea",
                nullable: true,
                comment: "Hash of the transaction: on EVM networks its own, on Substrate networks that of the extrinsic (Blake2b-256 of its bytes, as explorers show it). Null for what no transaction did, and on Substrate networks for rewards, which would be most of all hashes.",
                oldClrType: typeof(byte[]),
                oldType: "bytea",
                oldNullable: true,
                oldComment: "Hash of the transaction (EVM); null on Substrate networks, whose transactions are named by Extrinsic.");

            migrationBuilder.AddColumn<bool>(
                name: "by_admin",
                table: "claim",
                type: "boolean",
                nullable: true,
                comment: "True when the team sent it (adminClaim), for accounts that cannot sign; false when it carries a signature for its owner (claim); null when it came through another contract, whose input tells neither.");

            migrationBuilder.AlterColumn<byte[]>(
                name: "transaction",
                table: "account_link",
                type: "bytea",
                nullable: true,
                comment: "Hash of the transaction: on EVM networks its own, on Substrate networks that of the extrinsic (Blake2b-256 of its bytes, as explorers show it). Null for what no transaction did, and on Substrate networks for rewards, which would be most of all hashes.",
                oldClrType: typeof(byte[]),
                oldType: "bytea",
                oldNullable: true,
                oldComment: "Hash of the transaction (EVM); null on Substrate networks, whose transactions are named by Extrinsic.");

            migrationBuilder.AlterColumn<string>(
                name: "kind",
                table: "account_link",
                type: "text",
                nullable: false,
                comment: "What happened between them.",
                oldClrType: typeof(string),
                oldType: "text",
                oldComment: "Why they belong together.");

            migrationBuilder.AlterColumn<byte[]>(
                name: "claim_user",
                table: "account_link",
                type: "bytea",
                nullable: true,
                comment: "First 20 bytes of the Substrate account id that claimed; null for moves over the bridge.",
                oldClrType: typeof(byte[]),
                oldType: "bytea",
                oldComment: "First 20 bytes of the Substrate account id.");

            migrationBuilder.AddColumn<bool>(
                name: "by_admin",
                table: "account_link",
                type: "boolean",
                nullable: true,
                comment: "True when the team sent the claim (adminClaim), for those who cannot sign; false when it carries the signature that the owner's key gave for this receiver; null when a contract in between hides it, and for moves over the bridge.");

            migrationBuilder.AddColumn<string>(
                name: "not_merged",
                table: "account_link",
                type: "text",
                nullable: true,
                comment: "Why it is shown only and makes no holder; null when both sides are one holder.");

            migrationBuilder.AddColumn<byte[]>(
                name: "sender",
                table: "account_link",
                type: "bytea",
                nullable: true,
                comment: "Who sent over the bridge; null for claims.");

            migrationBuilder.Sql(
                """
                update holder_account h set holder_id = coalesce(
                    (select l.claim_user from account_link l join holder_account m on m.address = l.account
                     where m.holder = h.holder order by l.time, l.network, l.height, l.index, l.ordinal limit 1),
                    substring(h.holder from 1 for 20))
                """);
            migrationBuilder.Sql(
                """
                update holder_account h set holder = m.address from holder_account m
                where m.holder = h.holder and length(m.address) = 32 and m.address <> h.holder
                    and substring(m.address from 1 for 20) = h.holder_id
                """);

            migrationBuilder.CreateIndex(
                name: "ix_stake_event_counterparty_time",
                table: "stake_event",
                columns: new[] { "counterparty", "time" },
                filter: "kind = 'UNLOCK_CLAIMED'");

            migrationBuilder.CreateIndex(
                name: "ix_holder_account_holder_id",
                table: "holder_account",
                column: "holder_id");

            migrationBuilder.CreateIndex(
                name: "ix_account_link_sender",
                table: "account_link",
                column: "sender",
                filter: "sender is not null");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("delete from account_link where claim_user is null");

            migrationBuilder.DropIndex(
                name: "ix_stake_event_counterparty_time",
                table: "stake_event");

            migrationBuilder.DropIndex(
                name: "ix_holder_account_holder_id",
                table: "holder_account");

            migrationBuilder.DropIndex(
                name: "ix_account_link_sender",
                table: "account_link");

            migrationBuilder.DropColumn(
                name: "holder_id",
                table: "holder_account");

            migrationBuilder.DropColumn(
                name: "by_admin",
                table: "claim");

            migrationBuilder.DropColumn(
                name: "by_admin",
                table: "account_link");

            migrationBuilder.DropColumn(
                name: "not_merged",
                table: "account_link");

            migrationBuilder.DropColumn(
                name: "sender",
                table: "account_link");

            migrationBuilder.AlterTable(
                name: "account_link",
                comment: "Evidence that two addresses belong to one holder. A claim names its Substrate account by 20 bytes only, therefore the link is kept with these bytes and takes effect when an account with them is known.",
                oldComment: "Evidence that two addresses may belong to one holder. A claim names its Substrate account by 20 bytes only, therefore the link is kept with these bytes and takes effect when an account with them is known. Several claimants of one receiver are one holder: people have several Substrate accounts. What would make strangers one (a contract, an exchange) has a reason not to merge.");

            migrationBuilder.AlterColumn<byte[]>(
                name: "transaction",
                table: "vote_event",
                type: "bytea",
                nullable: true,
                comment: "Hash of the transaction (EVM); null on Substrate networks, whose transactions are named by Extrinsic.",
                oldClrType: typeof(byte[]),
                oldType: "bytea",
                oldNullable: true,
                oldComment: "Hash of the transaction: on EVM networks its own, on Substrate networks that of the extrinsic (Blake2b-256 of its bytes, as explorers show it). Null for what no transaction did, and on Substrate networks for rewards, which would be most of all hashes.");

            migrationBuilder.AlterColumn<byte[]>(
                name: "transaction",
                table: "stake_event",
                type: "bytea",
                nullable: true,
                comment: "Hash of the transaction (EVM); null on Substrate networks, whose transactions are named by Extrinsic.",
                oldClrType: typeof(byte[]),
                oldType: "bytea",
                oldNullable: true,
                oldComment: "Hash of the transaction: on EVM networks its own, on Substrate networks that of the extrinsic (Blake2b-256 of its bytes, as explorers show it). Null for what no transaction did, and on Substrate networks for rewards, which would be most of all hashes.");

            migrationBuilder.AlterColumn<byte[]>(
                name: "transaction",
                table: "reward",
                type: "bytea",
                nullable: true,
                comment: "Hash of the transaction (EVM); null on Substrate networks, whose transactions are named by Extrinsic.",
                oldClrType: typeof(byte[]),
                oldType: "bytea",
                oldNullable: true,
                oldComment: "Hash of the transaction: on EVM networks its own, on Substrate networks that of the extrinsic (Blake2b-256 of its bytes, as explorers show it). Null for what no transaction did, and on Substrate networks for rewards, which would be most of all hashes.");

            migrationBuilder.AlterColumn<byte[]>(
                name: "transaction",
                table: "reconciliation",
                type: "bytea",
                nullable: true,
                comment: "Hash of the transaction (EVM); null on Substrate networks, whose transactions are named by Extrinsic.",
                oldClrType: typeof(byte[]),
                oldType: "bytea",
                oldNullable: true,
                oldComment: "Hash of the transaction: on EVM networks its own, on Substrate networks that of the extrinsic (Blake2b-256 of its bytes, as explorers show it). Null for what no transaction did, and on Substrate networks for rewards, which would be most of all hashes.");

            migrationBuilder.AlterColumn<byte[]>(
                name: "transaction",
                table: "proposal_link",
                type: "bytea",
                nullable: true,
                comment: "Hash of the transaction (EVM); null on Substrate networks, whose transactions are named by Extrinsic.",
                oldClrType: typeof(byte[]),
                oldType: "bytea",
                oldNullable: true,
                oldComment: "Hash of the transaction: on EVM networks its own, on Substrate networks that of the extrinsic (Blake2b-256 of its bytes, as explorers show it). Null for what no transaction did, and on Substrate networks for rewards, which would be most of all hashes.");

            migrationBuilder.AlterColumn<byte[]>(
                name: "transaction",
                table: "proposal_event",
                type: "bytea",
                nullable: true,
                comment: "Hash of the transaction (EVM); null on Substrate networks, whose transactions are named by Extrinsic.",
                oldClrType: typeof(byte[]),
                oldType: "bytea",
                oldNullable: true,
                oldComment: "Hash of the transaction: on EVM networks its own, on Substrate networks that of the extrinsic (Blake2b-256 of its bytes, as explorers show it). Null for what no transaction did, and on Substrate networks for rewards, which would be most of all hashes.");

            migrationBuilder.AlterColumn<byte[]>(
                name: "transaction",
                table: "proposal",
                type: "bytea",
                nullable: true,
                comment: "Hash of the transaction (EVM); null on Substrate networks, whose transactions are named by Extrinsic.",
                oldClrType: typeof(byte[]),
                oldType: "bytea",
                oldNullable: true,
                oldComment: "Hash of the transaction: on EVM networks its own, on Substrate networks that of the extrinsic (Blake2b-256 of its bytes, as explorers show it). Null for what no transaction did, and on Substrate networks for rewards, which would be most of all hashes.");

            migrationBuilder.AlterColumn<byte[]>(
                name: "holder",
                table: "holder_account",
                type: "bytea",
                nullable: false,
                comment: "The holder: of all addresses linked with it, directly or through others, the smallest Substrate account, or the smallest EVM account when no Substrate account is known.",
                oldClrType: typeof(byte[]),
                oldType: "bytea",
                oldComment: "The holder, by its main address: of all addresses linked with it, directly or through others, the Substrate account of HolderId when it is known, else the smallest Substrate account, else the smallest EVM account.");

            migrationBuilder.AlterColumn<byte[]>(
                name: "transaction",
                table: "claim_funding",
                type: "bytea",
                nullable: true,
                comment: "Hash of the transaction (EVM); null on Substrate networks, whose transactions are named by Extrinsic.",
                oldClrType: typeof(byte[]),
                oldType: "bytea",
                oldNullable: true,
                oldComment: "Hash of the transaction: on EVM networks its own, on Substrate networks that of the extrinsic (Blake2b-256 of its bytes, as explorers show it). Null for what no transaction did, and on Substrate networks for rewards, which would be most of all hashes.");

            migrationBuilder.AlterColumn<byte[]>(
                name: "transaction",
                table: "claim",
                type: "bytea",
                nullable: true,
                comment: "Hash of the transaction (EVM); null on Substrate networks, whose transactions are named by Extrinsic.",
                oldClrType: typeof(byte[]),
                oldType: "bytea",
                oldNullable: true,
                oldComment: "Hash of the transaction: on EVM networks its own, on Substrate networks that of the extrinsic (Blake2b-256 of its bytes, as explorers show it). Null for what no transaction did, and on Substrate networks for rewards, which would be most of all hashes.");

            migrationBuilder.AlterColumn<byte[]>(
                name: "transaction",
                table: "account_link",
                type: "bytea",
                nullable: true,
                comment: "Hash of the transaction (EVM); null on Substrate networks, whose transactions are named by Extrinsic.",
                oldClrType: typeof(byte[]),
                oldType: "bytea",
                oldNullable: true,
                oldComment: "Hash of the transaction: on EVM networks its own, on Substrate networks that of the extrinsic (Blake2b-256 of its bytes, as explorers show it). Null for what no transaction did, and on Substrate networks for rewards, which would be most of all hashes.");

            migrationBuilder.AlterColumn<string>(
                name: "kind",
                table: "account_link",
                type: "text",
                nullable: false,
                comment: "Why they belong together.",
                oldClrType: typeof(string),
                oldType: "text",
                oldComment: "What happened between them.");

            migrationBuilder.AlterColumn<byte[]>(
                name: "claim_user",
                table: "account_link",
                type: "bytea",
                nullable: false,
                defaultValue: new byte[0],
                comment: "First 20 bytes of the Substrate account id.",
                oldClrType: typeof(byte[]),
                oldType: "bytea",
                oldNullable: true,
                oldComment: "First 20 bytes of the Substrate account id that claimed; null for moves over the bridge.");
        }
    }
}
