using System;
using System.Globalization;
using System.Numerics;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Indexer.Migrations.Migrations
{
    /// <inheritdoc />
    public partial class ComputingAndContracts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterTable(
                name: "worker",
                comment: "A worker of a stake pool, the stake that it runs with, and its computing session: the account of the session follows from pool and worker. V, P and reward of the session are SessionReadings.",
                oldComment: "A worker of a stake pool and the stake that it runs with.");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "cooling_down_since",
                table: "worker",
                type: "timestamp(3) with time zone",
                nullable: true,
                comment: "Time at which it was stopped, UTC; null while it does not cool down.");

            migrationBuilder.AddColumn<long>(
                name: "initial_p",
                table: "worker",
                type: "bigint",
                nullable: true,
                comment: "P with which the session was last started: the worker's score then; null before its first start.");

            migrationBuilder.AddColumn<BigInteger>(
                name: "initial_v",
                table: "worker",
                type: "numeric(39,0)",
                nullable: true,
                comment: "V with which the session was last started, by stake, score and confidence; null before its first start.");

            migrationBuilder.AddColumn<long>(
                name: "session_id",
                table: "worker",
                type: "bigint",
                nullable: false,
                defaultValue: 0L,
                comment: "Number of the session within the network: it tells the times apart in which the worker was in the pool.");

            migrationBuilder.AddColumn<string>(
                name: "state",
                table: "worker",
                type: "text",
                nullable: false,
                defaultValue: "READY",
                comment: "What the session is doing.");

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

            migrationBuilder.AddColumn<BigInteger>(
                name: "idle_worker_shares",
                table: "pool_state",
                type: "numeric(39,0)",
                nullable: false,
                defaultValue: BigInteger.Parse("0", NumberFormatInfo.InvariantInfo),
                comment: "The shares (WorkerShares) of its idle workers in the budget of the chain; zero for other pools.");

            migrationBuilder.AddColumn<byte[]>(
                name: "reward_account",
                table: "pool",
                type: "bytea",
                nullable: true,
                comment: "The account in which a stake pool of a parachain keeps its owner's commission; null for other pools.");

            migrationBuilder.AddColumn<byte[]>(
                name: "stake_account",
                table: "pool",
                type: "bytea",
                nullable: true,
                comment: "The account in which a stake pool of a parachain keeps the stake of its workers; null for other pools.");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "minted_at",
                table: "delegation_nft",
                type: "timestamp(3) with time zone",
                nullable: false,
                defaultValue: new DateTimeOffset(new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)),
                comment: "Time of its minting, UTC, in whole seconds as the chain keeps it. Each contribution mints the NFT of an account anew.");

            migrationBuilder.AddColumn<string>(
                name: "pool_id",
                table: "delegation_nft",
                type: "text",
                nullable: false,
                defaultValue: "",
                comment: "The pool whose collection it is.");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "queued_at",
                table: "delegation_nft",
                type: "timestamp(3) with time zone",
                nullable: true,
                comment: "For a queued withdrawal, the time at which it entered the queue, UTC, in whole seconds; else null.");

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

            migrationBuilder.CreateTable(
                name: "session_reading",
                columns: table => new
                {
                    network = table.Column<string>(type: "text", nullable: false, comment: "Name of the network."),
                    session_id = table.Column<long>(type: "bigint", nullable: false, comment: "The session: that of a Worker with the same number."),
                    height = table.Column<long>(type: "bigint", nullable: false, comment: "Height of the block at whose end it stood at this."),
                    v = table.Column<BigInteger>(type: "numeric(39,0)", nullable: true, comment: "V, by which the worker is rewarded; null where the block did not change it."),
                    total_reward = table.Column<BigInteger>(type: "numeric(39,0)", nullable: true, comment: "All that the session was paid since the worker was bound, commission included, in PHA; null where the block did not change it."),
                    instant_p = table.Column<long>(type: "bigint", nullable: true, comment: "Score of the last heartbeat; null where the block did not change it.")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_session_reading", x => new { x.network, x.session_id, x.height });
                },
                comment: "What a computing session stood at from a block on, as far as the block changed it: each value holds until the next row of the session that has it. Every worker is settled and measured some times a day, so that these rows are narrow, and have no end to be updated (docs/decisions, 0010).");

            migrationBuilder.CreateTable(
                name: "tokenomics",
                columns: table => new
                {
                    network = table.Column<string>(type: "text", nullable: false, comment: "Name of the network."),
                    from_height = table.Column<long>(type: "bigint", nullable: false, comment: "Height of the block at whose end this version became valid."),
                    cool_down_period = table.Column<long>(type: "bigint", nullable: true, comment: "Seconds between the stop of a worker and the moment from which its stake can be reclaimed (CoolDownPeriod)."),
                    budget_per_block = table.Column<BigInteger>(type: "numeric(39,0)", nullable: true, comment: "PHA that a block gives to all idle workers, the treasury's part included."),
                    treasury_ratio = table.Column<BigInteger>(type: "numeric(39,0)", nullable: true, comment: "The treasury's part of every payout."),
                    pha_rate = table.Column<BigInteger>(type: "numeric(39,0)", nullable: true, comment: "Price of PHA in US dollars that the costs below are counted with."),
                    rho = table.Column<BigInteger>(type: "numeric(39,0)", nullable: true, comment: "Growth of the V of an idle worker per block, as a factor."),
                    v_max = table.Column<BigInteger>(type: "numeric(39,0)", nullable: true, comment: "The greatest V."),
                    cost_k = table.Column<BigInteger>(type: "numeric(39,0)", nullable: true, comment: "Slope of the operating cost of a worker by its P, in PHA per block."),
                    cost_b = table.Column<BigInteger>(type: "numeric(39,0)", nullable: true, comment: "Constant part of the operating cost of a worker, in PHA per block."),
                    slash_rate = table.Column<BigInteger>(type: "numeric(39,0)", nullable: true, comment: "Loss of V of an unresponsive worker per block, as a part of it."),
                    heartbeat_window = table.Column<long>(type: "bigint", nullable: true, comment: "Blocks within which a heartbeat must be answered."),
                    rig_k = table.Column<BigInteger>(type: "numeric(39,0)", nullable: true, comment: "Slope of the estimated price of a worker's hardware by its P, in PHA."),
                    rig_b = table.Column<BigInteger>(type: "numeric(39,0)", nullable: true, comment: "Constant part of the estimated price of a worker's hardware, in PHA."),
                    re = table.Column<BigInteger>(type: "numeric(39,0)", nullable: true, comment: "Factor from stake and hardware to the first V of a session, for full confidence."),
                    k = table.Column<BigInteger>(type: "numeric(39,0)", nullable: true, comment: "The least stake of a worker divided by the square root of its P."),
                    kappa = table.Column<BigInteger>(type: "numeric(39,0)", nullable: true, comment: "Decides how V falls with a payout."),
                    to_height = table.Column<long>(type: "bigint", nullable: true, comment: "Height of the block at whose end the next version replaced it; null while it is the current one.")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tokenomics", x => new { x.network, x.from_height });
                },
                comment: "The parameters by which the gatekeepers of a parachain reward workers, and the cool-down period (PhalaComputation). Fixed-point numbers of the chain, as it stores them; null while no event has made the index read them.");

            migrationBuilder.CreateTable(
                name: "worker_registration",
                columns: table => new
                {
                    network = table.Column<string>(type: "text", nullable: false, comment: "Name of the network."),
                    from_height = table.Column<long>(type: "bigint", nullable: false, comment: "Height of the block at whose end this version became valid."),
                    public_key = table.Column<byte[]>(type: "bytea", nullable: false, comment: "The worker's sr25519 public key."),
                    confidence_level = table.Column<int>(type: "integer", nullable: true, comment: "Confidence in its hardware by remote attestation, from 1, the best, to 5; 128 without attestation. Null where the runtime did not state it (before spec 1182)."),
                    initial_score = table.Column<long>(type: "bigint", nullable: true, comment: "Score of its first benchmark; null until that is done."),
                    to_height = table.Column<long>(type: "bigint", nullable: true, comment: "Height of the block at whose end the next version replaced it; null while it is the current one.")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_worker_registration", x => new { x.network, x.public_key, x.from_height });
                },
                comment: "What the registry of a parachain knows of a worker, whether it is in a pool or not (PhalaRegistry).");

            migrationBuilder.CreateTable(
                name: "wrapped_balance",
                columns: table => new
                {
                    network = table.Column<string>(type: "text", nullable: false, comment: "Name of the network."),
                    from_height = table.Column<long>(type: "bigint", nullable: false, comment: "Height of the block at whose end this version became valid."),
                    account = table.Column<byte[]>(type: "bytea", nullable: false, comment: "The account."),
                    balance = table.Column<BigInteger>(type: "numeric(39,0)", nullable: false, comment: "Its wrapped PHA, one for one in PHA."),
                    to_height = table.Column<long>(type: "bigint", nullable: true, comment: "Height of the block at whose end the next version replaced it; null while it is the current one.")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_wrapped_balance", x => new { x.network, x.account, x.from_height });
                },
                comment: "The wrapped PHA (W-PHA, asset 10000) of an account that is none of a pool's: what it can delegate, vote with or unwrap. That of pools is their free value and their owners' reward.");

            migrationBuilder.CreateIndex(
                name: "ix_worker_network_public_key",
                table: "worker",
                columns: new[] { "network", "public_key" });

            migrationBuilder.CreateIndex(
                name: "ix_worker_network_state",
                table: "worker",
                columns: new[] { "network", "state" },
                filter: "to_height is null");

            migrationBuilder.CreateIndex(
                name: "ix_delegation_nft_network_pool_id_to_height",
                table: "delegation_nft",
                columns: new[] { "network", "pool_id", "to_height" });

            migrationBuilder.CreateIndex(
                name: "ix_delegation_nft_owner_to_height",
                table: "delegation_nft",
                columns: new[] { "owner", "to_height" });

            migrationBuilder.CreateIndex(
                name: "ix_delegation_nft_withdrawal_of_to_height",
                table: "delegation_nft",
                columns: new[] { "withdrawal_of", "to_height" },
                filter: "withdrawal_of is not null");

            migrationBuilder.CreateIndex(
                name: "ix_session_reading_height",
                table: "session_reading",
                column: "height")
                .Annotation("Npgsql:IndexMethod", "brin");

            migrationBuilder.CreateIndex(
                name: "ix_tokenomics_from",
                table: "tokenomics",
                columns: new[] { "network", "from_height" });

            migrationBuilder.CreateIndex(
                name: "ix_tokenomics_open",
                table: "tokenomics",
                column: "network",
                unique: true,
                filter: "to_height is null");

            migrationBuilder.CreateIndex(
                name: "ix_tokenomics_to",
                table: "tokenomics",
                columns: new[] { "network", "to_height" });

            migrationBuilder.CreateIndex(
                name: "ix_worker_registration_from",
                table: "worker_registration",
                columns: new[] { "network", "from_height" });

            migrationBuilder.CreateIndex(
                name: "ix_worker_registration_open",
                table: "worker_registration",
                columns: new[] { "network", "public_key" },
                unique: true,
                filter: "to_height is null");

            migrationBuilder.CreateIndex(
                name: "ix_worker_registration_to",
                table: "worker_registration",
                columns: new[] { "network", "to_height" });

            migrationBuilder.CreateIndex(
                name: "ix_wrapped_balance_account_to_height",
                table: "wrapped_balance",
                columns: new[] { "account", "to_height" });

            migrationBuilder.CreateIndex(
                name: "ix_wrapped_balance_from",
                table: "wrapped_balance",
                columns: new[] { "network", "from_height" });

            migrationBuilder.CreateIndex(
                name: "ix_wrapped_balance_open",
                table: "wrapped_balance",
                columns: new[] { "network", "account" },
                unique: true,
                filter: "to_height is null");

            migrationBuilder.CreateIndex(
                name: "ix_wrapped_balance_to",
                table: "wrapped_balance",
                columns: new[] { "network", "to_height" });

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

            migrationBuilder.DropTable(
                name: "session_reading");

            migrationBuilder.DropTable(
                name: "tokenomics");

            migrationBuilder.DropTable(
                name: "worker_registration");

            migrationBuilder.DropTable(
                name: "wrapped_balance");

            migrationBuilder.DropIndex(
                name: "ix_worker_network_public_key",
                table: "worker");

            migrationBuilder.DropIndex(
                name: "ix_worker_network_state",
                table: "worker");

            migrationBuilder.DropIndex(
                name: "ix_delegation_nft_network_pool_id_to_height",
                table: "delegation_nft");

            migrationBuilder.DropIndex(
                name: "ix_delegation_nft_owner_to_height",
                table: "delegation_nft");

            migrationBuilder.DropIndex(
                name: "ix_delegation_nft_withdrawal_of_to_height",
                table: "delegation_nft");

            migrationBuilder.DropColumn(
                name: "cooling_down_since",
                table: "worker");

            migrationBuilder.DropColumn(
                name: "initial_p",
                table: "worker");

            migrationBuilder.DropColumn(
                name: "initial_v",
                table: "worker");

            migrationBuilder.DropColumn(
                name: "session_id",
                table: "worker");

            migrationBuilder.DropColumn(
                name: "state",
                table: "worker");

            migrationBuilder.DropColumn(
                name: "shares",
                table: "reward");

            migrationBuilder.DropColumn(
                name: "idle_worker_shares",
                table: "pool_state");

            migrationBuilder.DropColumn(
                name: "reward_account",
                table: "pool");

            migrationBuilder.DropColumn(
                name: "stake_account",
                table: "pool");

            migrationBuilder.DropColumn(
                name: "minted_at",
                table: "delegation_nft");

            migrationBuilder.DropColumn(
                name: "pool_id",
                table: "delegation_nft");

            migrationBuilder.DropColumn(
                name: "queued_at",
                table: "delegation_nft");

            migrationBuilder.DropColumn(
                name: "ready_time",
                table: "bridge_withdrawal");

            migrationBuilder.AlterTable(
                name: "worker",
                comment: "A worker of a stake pool and the stake that it runs with.",
                oldComment: "A worker of a stake pool, the stake that it runs with, and its computing session: the account of the session follows from pool and worker. V, P and reward of the session are SessionReadings.");

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
