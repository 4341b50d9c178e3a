using System;
using System.Numerics;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Indexer.Migrations.Migrations
{
    /// <inheritdoc />
    public partial class HandOver : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterTable(
                name: "claim",
                comment: "One claim of parachain assets on Ethereum: the end of a Substrate account's holdings and the beginning of its receivers'. Source: Claimed and ClaimedAndBridged of the claim contracts (docs/chains/contracts.md, Claims).",
                oldComment: "One claim of parachain assets on Ethereum: the end of a Substrate account's holdings and the beginning of its receivers'. Source: Claimed and ClaimedAndBridged of the claim contracts (evm.md section 1.3).");

            migrationBuilder.AlterColumn<int>(
                name: "index",
                table: "vote_event",
                type: "integer",
                nullable: false,
                comment: "Index of the event in its block (Substrate) or of the log in its block (EVM); -1 for what came true with the block itself, before its first event, 2147483647 for what the end of the chain made of it.",
                oldClrType: typeof(int),
                oldType: "integer",
                oldComment: "Index of the event in its block (Substrate) or of the log in its block (EVM); -1 for what came true with the block itself, before its first event.");

            migrationBuilder.AlterColumn<int>(
                name: "index",
                table: "stake_event",
                type: "integer",
                nullable: false,
                comment: "Index of the event in its block (Substrate) or of the log in its block (EVM); -1 for what came true with the block itself, before its first event, 2147483647 for what the end of the chain made of it.",
                oldClrType: typeof(int),
                oldType: "integer",
                oldComment: "Index of the event in its block (Substrate) or of the log in its block (EVM); -1 for what came true with the block itself, before its first event.");

            migrationBuilder.AlterColumn<int>(
                name: "index",
                table: "reward",
                type: "integer",
                nullable: false,
                comment: "Index of the event in its block (Substrate) or of the log in its block (EVM); -1 for what came true with the block itself, before its first event, 2147483647 for what the end of the chain made of it.",
                oldClrType: typeof(int),
                oldType: "integer",
                oldComment: "Index of the event in its block (Substrate) or of the log in its block (EVM); -1 for what came true with the block itself, before its first event.");

            migrationBuilder.AlterColumn<int>(
                name: "index",
                table: "reconciliation",
                type: "integer",
                nullable: false,
                comment: "Index of the event in its block (Substrate) or of the log in its block (EVM); -1 for what came true with the block itself, before its first event, 2147483647 for what the end of the chain made of it.",
                oldClrType: typeof(int),
                oldType: "integer",
                oldComment: "Index of the event in its block (Substrate) or of the log in its block (EVM); -1 for what came true with the block itself, before its first event.");

            migrationBuilder.AlterColumn<int>(
                name: "index",
                table: "proposal_link",
                type: "integer",
                nullable: false,
                comment: "Index of the event in its block (Substrate) or of the log in its block (EVM); -1 for what came true with the block itself, before its first event, 2147483647 for what the end of the chain made of it.",
                oldClrType: typeof(int),
                oldType: "integer",
                oldComment: "Index of the event in its block (Substrate) or of the log in its block (EVM); -1 for what came true with the block itself, before its first event.");

            migrationBuilder.AlterColumn<int>(
                name: "index",
                table: "proposal_event",
                type: "integer",
                nullable: false,
                comment: "Index of the event in its block (Substrate) or of the log in its block (EVM); -1 for what came true with the block itself, before its first event, 2147483647 for what the end of the chain made of it.",
                oldClrType: typeof(int),
                oldType: "integer",
                oldComment: "Index of the event in its block (Substrate) or of the log in its block (EVM); -1 for what came true with the block itself, before its first event.");

            migrationBuilder.AlterColumn<int>(
                name: "index",
                table: "proposal",
                type: "integer",
                nullable: false,
                comment: "Index of the event in its block (Substrate) or of the log in its block (EVM); -1 for what came true with the block itself, before its first event, 2147483647 for what the end of the chain made of it.",
                oldClrType: typeof(int),
                oldType: "integer",
                oldComment: "Index of the event in its block (Substrate) or of the log in its block (EVM); -1 for what came true with the block itself, before its first event.");

            migrationBuilder.AlterColumn<int>(
                name: "index",
                table: "claim_funding",
                type: "integer",
                nullable: false,
                comment: "Index of the event in its block (Substrate) or of the log in its block (EVM); -1 for what came true with the block itself, before its first event, 2147483647 for what the end of the chain made of it.",
                oldClrType: typeof(int),
                oldType: "integer",
                oldComment: "Index of the event in its block (Substrate) or of the log in its block (EVM); -1 for what came true with the block itself, before its first event.");

            migrationBuilder.AlterColumn<int>(
                name: "index",
                table: "claim",
                type: "integer",
                nullable: false,
                comment: "Index of the event in its block (Substrate) or of the log in its block (EVM); -1 for what came true with the block itself, before its first event, 2147483647 for what the end of the chain made of it.",
                oldClrType: typeof(int),
                oldType: "integer",
                oldComment: "Index of the event in its block (Substrate) or of the log in its block (EVM); -1 for what came true with the block itself, before its first event.");

            migrationBuilder.AlterColumn<int>(
                name: "index",
                table: "account_link",
                type: "integer",
                nullable: false,
                comment: "Index of the event in its block (Substrate) or of the log in its block (EVM); -1 for what came true with the block itself, before its first event, 2147483647 for what the end of the chain made of it.",
                oldClrType: typeof(int),
                oldType: "integer",
                oldComment: "Index of the event in its block (Substrate) or of the log in its block (EVM); -1 for what came true with the block itself, before its first event.");

            migrationBuilder.CreateTable(
                name: "chain_end",
                columns: table => new
                {
                    network = table.Column<string>(type: "text", nullable: false, comment: "Name of the network."),
                    from_height = table.Column<long>(type: "bigint", nullable: false, comment: "Height of the block at whose end this version became valid."),
                    last_height = table.Column<long>(type: "bigint", nullable: false, comment: "Height of the last block."),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp(3) with time zone", nullable: false, comment: "Time of the last block, UTC."),
                    balances_read = table.Column<bool>(type: "boolean", nullable: false, comment: "Whether balances of accounts were read from the storage after the last block (System.Account, Assets.Account). Where no node listed them, what was claimed of them is a difference of its own."),
                    to_height = table.Column<long>(type: "bigint", nullable: true, comment: "Height of the block at whose end the next version replaced it; null while it is the current one.")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_chain_end", x => new { x.network, x.last_height, x.from_height });
                },
                comment: "That a parachain has ended and its holdings are closed. It holds from the height after the last block on.");

            migrationBuilder.CreateTable(
                name: "migration_entry",
                columns: table => new
                {
                    network = table.Column<string>(type: "text", nullable: false, comment: "Name of the network."),
                    height = table.Column<long>(type: "bigint", nullable: false, comment: "Height of the block."),
                    index = table.Column<int>(type: "integer", nullable: false, comment: "Index of the event in its block (Substrate) or of the log in its block (EVM); -1 for what came true with the block itself, before its first event, 2147483647 for what the end of the chain made of it."),
                    ordinal = table.Column<int>(type: "integer", nullable: false, comment: "Distinguishes several rows of one event, counted from 0."),
                    account = table.Column<byte[]>(type: "bytea", nullable: false, comment: "The account; of rounding the account of the pool."),
                    kind = table.Column<string>(type: "text", nullable: false, comment: "The form in which the account had it."),
                    leg = table.Column<string>(type: "text", nullable: false, comment: "The side of the claim on which it is expected, by configuration."),
                    pool_id = table.Column<string>(type: "text", nullable: true, comment: "The pool; null for what lay on the account itself."),
                    shares = table.Column<BigInteger>(type: "numeric(39,0)", nullable: false, comment: "Shares of the pool; zero for what is not held in shares."),
                    amount = table.Column<BigInteger>(type: "numeric(39,0)", nullable: false, comment: "PHA: the shares at the pool's last price, rounded down, or the balance. Negative for rounding only."),
                    cost = table.Column<BigInteger>(type: "numeric(39,0)", nullable: false, comment: "Cost basis of the shares in PHA, which the claim carries on."),
                    time = table.Column<DateTimeOffset>(type: "timestamp(3) with time zone", nullable: false, comment: "Time of the block, UTC."),
                    transaction = table.Column<byte[]>(type: "bytea", nullable: true, comment: "Hash of the transaction: on EVM networks its own, on Substrate networks that of the extrinsic (Blake2b-256 of its bytes, as explorers show it). Null for what no transaction did, and on Substrate networks for rewards, which would be most of all hashes."),
                    extrinsic = table.Column<int>(type: "integer", nullable: true, comment: "Index of the extrinsic in its block (Substrate); null on EVM networks and for events of the block itself.")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_migration_entry", x => new { x.network, x.height, x.index, x.ordinal });
                },
                comment: "One holding that a parachain's end closed: what an account had in one form after the last block, at the price of that block. The sum of an account's entries is what it can claim; the sum of all is what the chain owed.");

            migrationBuilder.CreateIndex(
                name: "ix_chain_end_from",
                table: "chain_end",
                columns: new[] { "network", "from_height" });

            migrationBuilder.CreateIndex(
                name: "ix_chain_end_open",
                table: "chain_end",
                columns: new[] { "network", "last_height" },
                unique: true,
                filter: "to_height is null");

            migrationBuilder.CreateIndex(
                name: "ix_chain_end_to",
                table: "chain_end",
                columns: new[] { "network", "to_height" });

            migrationBuilder.CreateIndex(
                name: "ix_migration_entry_account",
                table: "migration_entry",
                column: "account");

            // The prices that hold where no purchase of a claim contract is indexed: docs/chains/contracts.md, Claims.
            migrationBuilder.Sql(
                """
                create view migration_chain as
                select chain.network, chain.kind, ended.last_height, ended.ended_at, coalesce(ended.balances_read, false) as balances_read,
                  funding.network as claim_network, funding.contract, funding.deposited_at,
                  coalesce(funding.free, 0) as deposited_free, coalesce(funding.staked, 0) as deposited_staked,
                  paid.shares is not null as price_stated,
                  coalesce(paid.assets, chain.assets) as price_assets, coalesce(paid.shares, chain.shares) as price_shares
                from (values ('khala', 'KHALA', 1::numeric, 1::numeric),
                             ('phala', 'PHALA', 42148385793480375048000000, 35407137584585511432035582))
                  as chain (network, kind, assets, shares)
                left join chain_end ended on ended.network = chain.network and ended.to_height is null
                left join lateral (
                  select network, contract, min(time) as deposited_at, sum(free) as free, sum(staked) as staked
                  from claim_funding where claim_funding.kind = chain.kind
                  group by network, contract order by min(time), network, contract limit 1) funding on true
                left join claim_contract paid on paid.network = funding.network and paid.contract = funding.contract
                  and paid.to_height is null and paid.shares > 0
                """);
            migrationBuilder.Sql(
                """
                comment on view migration_chain is 'The move of each parachain: its end, the contract that pays its claims, and the price of a share of the PHA vault in them (price_assets / price_shares).'
                """);
            migrationBuilder.Sql(
                """
                create view migration_account as
                select chain.network, coalesce(held.claim_user, claim.claim_user) as claim_user, held.account,
                  coalesce(held.free, 0) as free, coalesce(held.staked, 0) as staked, coalesce(held.cost, 0) as cost,
                  div(coalesce(held.staked, 0) * chain.price_shares, chain.price_assets) as shares,
                  coalesce(held.vesting, 0) as vesting, coalesce(held.locked, 0) as locked, coalesce(held.reserved, 0) as reserved,
                  coalesce(held.entries, 0) as entries, chain.last_height, chain.ended_at, chain.balances_read,
                  chain.claim_network, chain.contract,
                  claim.network as claimed_on, claim.height as claim_height, claim.index as claim_index, claim.ordinal as claim_ordinal,
                  claim.time as claimed_at, claim.by_admin, claim.receiver, coalesce(claim.l2_receiver, claim.receiver) as share_receiver,
                  claim.free as claimed_free, claim.staked_shares as claimed_shares,
                  div(claim.staked_shares * chain.price_assets, chain.price_shares) as claimed_staked
                from (
                  select network, account, substring(account from 1 for 20) as claim_user,
                    coalesce(sum(amount) filter (where leg = 'FREE'), 0) as free,
                    coalesce(sum(amount) filter (where leg = 'STAKED'), 0) as staked, sum(cost) as cost,
                    sum(amount) filter (where kind = 'VESTING') as vesting, sum(amount) filter (where kind = 'LOCKED') as locked,
                    sum(amount) filter (where kind = 'RESERVED') as reserved, count(*) as entries
                  from migration_entry where kind <> 'ROUNDING' group by network, account) held
                full join (select *, lower(kind) as origin from claim) claim
                  on claim.origin = held.network and claim.claim_user = held.claim_user
                join migration_chain chain on chain.network = coalesce(held.network, claim.origin)
                """);
            migrationBuilder.Sql(
                """
                comment on view migration_account is 'What each account had when its parachain ended (free and staked by side of the claim, in units of 10^-18 PHA), and its claim; columns of the claim are null while it is unclaimed, account is null while no indexed network names one with the claim''s first 20 bytes.'
                """);
            migrationBuilder.Sql(
                """
                create view migration_difference as
                select moved.network, moved.claim_user, moved.account, moved.claimed_at, difference.reason, difference.free, difference.staked
                from (
                  select *, case when balances_read and sign(free_rest) * sign(staked_rest) < 0
                      and least(abs(free_rest), abs(staked_rest)) > tolerance
                    then sign(free_rest) * least(abs(free_rest), abs(staked_rest)) else 0 end as crossed
                  from (
                    select *, free - claimed_free as free_rest, staked - claimed_staked as staked_rest, (entries + 1) * 1000000 as tolerance
                    from migration_account where claimed_at is not null) claimed) moved
                cross join lateral (
                  select reason, sum(free) as free, sum(staked) as staked
                  from (values
                    ('OTHER_LEG', crossed, -crossed),
                    (case
                       when last_height is null then 'CHAIN_NOT_INDEXED'
                       when abs(free_rest - crossed) <= tolerance then 'ROUNDING'
                       when by_admin then 'MANUAL_PAYMENT'
                       when not balances_read then 'FREE_NOT_INDEXED'
                       when free_rest - crossed < 0 then 'OFF_CHAIN'
                       when free_rest - crossed = vesting then 'VESTING'
                       when free_rest - crossed in (locked, locked + vesting) then 'LOCKED'
                       when free_rest - crossed in (reserved, reserved + locked, reserved + locked + vesting) then 'RESERVED'
                       else 'UNEXPLAINED' end, free_rest - crossed, 0),
                    (case
                       when last_height is null then 'CHAIN_NOT_INDEXED'
                       when abs(staked_rest + crossed) <= tolerance then 'ROUNDING'
                       when by_admin then 'MANUAL_PAYMENT'
                       when staked_rest + crossed < 0 then 'OFF_CHAIN'
                       else 'UNEXPLAINED' end, 0, staked_rest + crossed)) part (reason, free, staked)
                  where free <> 0 or staked <> 0
                  group by reason) difference
                """);
            migrationBuilder.Sql(
                """
                comment on view migration_difference is 'What an account had when its parachain ended less what its claim paid, by reason: expected = claimed + the sum of its differences, on each side and to the last unit. OTHER_LEG adds up to zero.'
                """);
            migrationBuilder.Sql(
                """
                create view migration as
                select chain.*,
                  coalesce(total.accounts, 0) as accounts, coalesce(total.free, 0) as expected_free, coalesce(total.staked, 0) as expected_staked,
                  coalesce((select sum(amount) from migration_entry where network = chain.network and kind = 'ROUNDING'), 0) as rounding,
                  coalesce(total.claims, 0) as claims, coalesce(total.claimed_free, 0) as claimed_free,
                  coalesce(total.claimed_staked, 0) as claimed_staked, coalesce(total.claimed_shares, 0) as claimed_shares,
                  coalesce(total.unclaimed_accounts, 0) as unclaimed_accounts, coalesce(total.unclaimed_free, 0) as unclaimed_free,
                  coalesce(total.unclaimed_staked, 0) as unclaimed_staked, coalesce(total.unclaimed_shares, 0) as unclaimed_shares,
                  coalesce(total.free - total.claimed_free - total.unclaimed_free, 0) as difference_free,
                  coalesce(total.staked - total.claimed_staked - total.unclaimed_staked, 0) as difference_staked
                from migration_chain chain
                left join (
                  select network, count(account) as accounts, sum(free) as free, sum(staked) as staked, count(claimed_at) as claims,
                    coalesce(sum(claimed_free), 0) as claimed_free, coalesce(sum(claimed_staked), 0) as claimed_staked,
                    coalesce(sum(claimed_shares), 0) as claimed_shares, count(*) filter (where claimed_at is null) as unclaimed_accounts,
                    coalesce(sum(free) filter (where claimed_at is null), 0) as unclaimed_free,
                    coalesce(sum(staked) filter (where claimed_at is null), 0) as unclaimed_staked,
                    coalesce(sum(shares) filter (where claimed_at is null), 0) as unclaimed_shares
                  from migration_account group by network) total on total.network = chain.network
                """);
            migrationBuilder.Sql(
                """
                comment on view migration is 'The move of each parachain in total: expected = claimed + unclaimed + difference, on each side and to the last unit.'
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("drop view migration, migration_difference, migration_account, migration_chain");

            migrationBuilder.DropTable(
                name: "chain_end");

            migrationBuilder.DropTable(
                name: "migration_entry");

            migrationBuilder.AlterTable(
                name: "claim",
                comment: "One claim of parachain assets on Ethereum: the end of a Substrate account's holdings and the beginning of its receivers'. Source: Claimed and ClaimedAndBridged of the claim contracts (evm.md section 1.3).",
                oldComment: "One claim of parachain assets on Ethereum: the end of a Substrate account's holdings and the beginning of its receivers'. Source: Claimed and ClaimedAndBridged of the claim contracts (docs/chains/contracts.md, Claims).");

            migrationBuilder.AlterColumn<int>(
                name: "index",
                table: "vote_event",
                type: "integer",
                nullable: false,
                comment: "Index of the event in its block (Substrate) or of the log in its block (EVM); -1 for what came true with the block itself, before its first event.",
                oldClrType: typeof(int),
                oldType: "integer",
                oldComment: "Index of the event in its block (Substrate) or of the log in its block (EVM); -1 for what came true with the block itself, before its first event, 2147483647 for what the end of the chain made of it.");

            migrationBuilder.AlterColumn<int>(
                name: "index",
                table: "stake_event",
                type: "integer",
                nullable: false,
                comment: "Index of the event in its block (Substrate) or of the log in its block (EVM); -1 for what came true with the block itself, before its first event.",
                oldClrType: typeof(int),
                oldType: "integer",
                oldComment: "Index of the event in its block (Substrate) or of the log in its block (EVM); -1 for what came true with the block itself, before its first event, 2147483647 for what the end of the chain made of it.");

            migrationBuilder.AlterColumn<int>(
                name: "index",
                table: "reward",
                type: "integer",
                nullable: false,
                comment: "Index of the event in its block (Substrate) or of the log in its block (EVM); -1 for what came true with the block itself, before its first event.",
                oldClrType: typeof(int),
                oldType: "integer",
                oldComment: "Index of the event in its block (Substrate) or of the log in its block (EVM); -1 for what came true with the block itself, before its first event, 2147483647 for what the end of the chain made of it.");

            migrationBuilder.AlterColumn<int>(
                name: "index",
                table: "reconciliation",
                type: "integer",
                nullable: false,
                comment: "Index of the event in its block (Substrate) or of the log in its block (EVM); -1 for what came true with the block itself, before its first event.",
                oldClrType: typeof(int),
                oldType: "integer",
                oldComment: "Index of the event in its block (Substrate) or of the log in its block (EVM); -1 for what came true with the block itself, before its first event, 2147483647 for what the end of the chain made of it.");

            migrationBuilder.AlterColumn<int>(
                name: "index",
                table: "proposal_link",
                type: "integer",
                nullable: false,
                comment: "Index of the event in its block (Substrate) or of the log in its block (EVM); -1 for what came true with the block itself, before its first event.",
                oldClrType: typeof(int),
                oldType: "integer",
                oldComment: "Index of the event in its block (Substrate) or of the log in its block (EVM); -1 for what came true with the block itself, before its first event, 2147483647 for what the end of the chain made of it.");

            migrationBuilder.AlterColumn<int>(
                name: "index",
                table: "proposal_event",
                type: "integer",
                nullable: false,
                comment: "Index of the event in its block (Substrate) or of the log in its block (EVM); -1 for what came true with the block itself, before its first event.",
                oldClrType: typeof(int),
                oldType: "integer",
                oldComment: "Index of the event in its block (Substrate) or of the log in its block (EVM); -1 for what came true with the block itself, before its first event, 2147483647 for what the end of the chain made of it.");

            migrationBuilder.AlterColumn<int>(
                name: "index",
                table: "proposal",
                type: "integer",
                nullable: false,
                comment: "Index of the event in its block (Substrate) or of the log in its block (EVM); -1 for what came true with the block itself, before its first event.",
                oldClrType: typeof(int),
                oldType: "integer",
                oldComment: "Index of the event in its block (Substrate) or of the log in its block (EVM); -1 for what came true with the block itself, before its first event, 2147483647 for what the end of the chain made of it.");

            migrationBuilder.AlterColumn<int>(
                name: "index",
                table: "claim_funding",
                type: "integer",
                nullable: false,
                comment: "Index of the event in its block (Substrate) or of the log in its block (EVM); -1 for what came true with the block itself, before its first event.",
                oldClrType: typeof(int),
                oldType: "integer",
                oldComment: "Index of the event in its block (Substrate) or of the log in its block (EVM); -1 for what came true with the block itself, before its first event, 2147483647 for what the end of the chain made of it.");

            migrationBuilder.AlterColumn<int>(
                name: "index",
                table: "claim",
                type: "integer",
                nullable: false,
                comment: "Index of the event in its block (Substrate) or of the log in its block (EVM); -1 for what came true with the block itself, before its first event.",
                oldClrType: typeof(int),
                oldType: "integer",
                oldComment: "Index of the event in its block (Substrate) or of the log in its block (EVM); -1 for what came true with the block itself, before its first event, 2147483647 for what the end of the chain made of it.");

            migrationBuilder.AlterColumn<int>(
                name: "index",
                table: "account_link",
                type: "integer",
                nullable: false,
                comment: "Index of the event in its block (Substrate) or of the log in its block (EVM); -1 for what came true with the block itself, before its first event.",
                oldClrType: typeof(int),
                oldType: "integer",
                oldComment: "Index of the event in its block (Substrate) or of the log in its block (EVM); -1 for what came true with the block itself, before its first event, 2147483647 for what the end of the chain made of it.");
        }
    }
}
