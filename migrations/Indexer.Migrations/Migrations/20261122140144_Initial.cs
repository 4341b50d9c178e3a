using System;
using System.Numerics;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Indexer.Migrations.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "account",
                columns: table => new
                {
                    network = table.Column<string>(type: "text", nullable: false, comment: "Name of the network."),
                    address = table.Column<byte[]>(type: "bytea", nullable: false, comment: "The account."),
                    height = table.Column<long>(type: "bigint", nullable: false, comment: "Height of the first block that names the account."),
                    time = table.Column<DateTimeOffset>(type: "timestamp(3) with time zone", nullable: false, comment: "Time of that block, UTC."),
                    claim_user = table.Column<byte[]>(type: "bytea", nullable: true, computedColumnSql: "substring(address from 1 for 20)", stored: true, comment: "The first 20 bytes of the address, by which claims name a Substrate account; computed by the database.")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account", x => new { x.network, x.address });
                },
                comment: "An account that the index has met on a network, with the block where it first appeared.");

            migrationBuilder.CreateTable(
                name: "account_link",
                columns: table => new
                {
                    network = table.Column<string>(type: "text", nullable: false, comment: "Name of the network."),
                    height = table.Column<long>(type: "bigint", nullable: false, comment: "Height of the block."),
                    index = table.Column<int>(type: "integer", nullable: false, comment: "Index of the event in its block (Substrate) or of the log in its block (EVM)."),
                    ordinal = table.Column<int>(type: "integer", nullable: false, comment: "Distinguishes several rows of one event, counted from 0."),
                    claim_user = table.Column<byte[]>(type: "bytea", nullable: false, comment: "First 20 bytes of the Substrate account id."),
                    account = table.Column<byte[]>(type: "bytea", nullable: false, comment: "The EVM account that received."),
                    kind = table.Column<string>(type: "text", nullable: false, comment: "Why they belong together."),
                    time = table.Column<DateTimeOffset>(type: "timestamp(3) with time zone", nullable: false, comment: "Time of the block, UTC."),
                    transaction = table.Column<byte[]>(type: "bytea", nullable: true, comment: "Hash of the transaction (EVM); null on Substrate networks, whose transactions are named by Extrinsic."),
                    extrinsic = table.Column<int>(type: "integer", nullable: true, comment: "Index of the extrinsic in its block (Substrate); null on EVM networks and for events of the block itself.")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_link", x => new { x.network, x.height, x.index, x.ordinal });
                },
                comment: "Evidence that two addresses belong to one holder. A claim names its Substrate account by 20 bytes only, therefore the link is kept with these bytes and takes effect when an account with them is known.");

            migrationBuilder.CreateTable(
                name: "block",
                columns: table => new
                {
                    network = table.Column<string>(type: "text", nullable: false, comment: "Name of the network."),
                    height = table.Column<long>(type: "bigint", nullable: false, comment: "Block number; genesis is 0."),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false, comment: "The 32-byte block hash."),
                    parent_hash = table.Column<byte[]>(type: "bytea", nullable: false, comment: "The 32-byte hash of the block before."),
                    time = table.Column<DateTimeOffset>(type: "timestamp(3) with time zone", nullable: false, comment: "Time of the block, UTC."),
                    spec_version = table.Column<int>(type: "integer", nullable: true, comment: "The runtime version that executed it; null on EVM networks."),
                    events = table.Column<int>(type: "integer", nullable: false, comment: "Indexed events of the block that were handled.")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_block", x => new { x.network, x.height });
                },
                comment: "A block with indexed events, or one that lies above the finalized block and may still be replaced.");

            migrationBuilder.CreateTable(
                name: "claim",
                columns: table => new
                {
                    network = table.Column<string>(type: "text", nullable: false, comment: "Name of the network."),
                    height = table.Column<long>(type: "bigint", nullable: false, comment: "Height of the block."),
                    index = table.Column<int>(type: "integer", nullable: false, comment: "Index of the event in its block (Substrate) or of the log in its block (EVM)."),
                    ordinal = table.Column<int>(type: "integer", nullable: false, comment: "Distinguishes several rows of one event, counted from 0."),
                    kind = table.Column<string>(type: "text", nullable: false, comment: "Which parachain's assets were claimed."),
                    contract = table.Column<byte[]>(type: "bytea", nullable: false, comment: "Address of the claim contract."),
                    claim_user = table.Column<byte[]>(type: "bytea", nullable: false, comment: "The claimant as the contract knows it: the first 20 bytes of the Substrate account id."),
                    free = table.Column<BigInteger>(type: "numeric(39,0)", nullable: false, comment: "PHA that was free on the parachain."),
                    staked_shares = table.Column<BigInteger>(type: "numeric(39,0)", nullable: false, comment: "Shares of the PHA vault that stand for the delegations."),
                    staked_value = table.Column<BigInteger>(type: "numeric(39,0)", nullable: true, comment: "The delegations in PHA at the price at which the contract's shares were bought; null when the purchase was not indexed."),
                    receiver = table.Column<byte[]>(type: "bytea", nullable: false, comment: "Who received, on the network of the contract."),
                    l2_receiver = table.Column<byte[]>(type: "bytea", nullable: true, comment: "Who received the bridged shares on Phala's L2; null when nothing was bridged."),
                    time = table.Column<DateTimeOffset>(type: "timestamp(3) with time zone", nullable: false, comment: "Time of the block, UTC."),
                    transaction = table.Column<byte[]>(type: "bytea", nullable: true, comment: "Hash of the transaction (EVM); null on Substrate networks, whose transactions are named by Extrinsic."),
                    extrinsic = table.Column<int>(type: "integer", nullable: true, comment: "Index of the extrinsic in its block (Substrate); null on EVM networks and for events of the block itself.")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_claim", x => new { x.network, x.height, x.index, x.ordinal });
                },
                comment: "One claim of parachain assets on Ethereum: the end of a Substrate account's holdings and the beginning of its receivers'. Source: Claimed and ClaimedAndBridged of the claim contracts (evm.md section 1.3).");

            migrationBuilder.CreateTable(
                name: "claim_contract",
                columns: table => new
                {
                    network = table.Column<string>(type: "text", nullable: false, comment: "Name of the network."),
                    from_height = table.Column<long>(type: "bigint", nullable: false, comment: "Height of the block at whose end this version became valid."),
                    contract = table.Column<byte[]>(type: "bytea", nullable: false, comment: "Address of the claim contract."),
                    assets = table.Column<BigInteger>(type: "numeric(39,0)", nullable: false, comment: "PHA that it deposited into the vault, in all."),
                    shares = table.Column<BigInteger>(type: "numeric(39,0)", nullable: false, comment: "Shares that it got for them, in all."),
                    to_height = table.Column<long>(type: "bigint", nullable: true, comment: "Height of the block at whose end the next version replaced it; null while it is the current one.")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_claim_contract", x => new { x.network, x.contract, x.from_height });
                },
                comment: "What a claim contract paid for the vault shares that it hands out: the frozen price of the migration.");

            migrationBuilder.CreateTable(
                name: "claim_funding",
                columns: table => new
                {
                    network = table.Column<string>(type: "text", nullable: false, comment: "Name of the network."),
                    height = table.Column<long>(type: "bigint", nullable: false, comment: "Height of the block."),
                    index = table.Column<int>(type: "integer", nullable: false, comment: "Index of the event in its block (Substrate) or of the log in its block (EVM)."),
                    ordinal = table.Column<int>(type: "integer", nullable: false, comment: "Distinguishes several rows of one event, counted from 0."),
                    kind = table.Column<string>(type: "text", nullable: false, comment: "Whose claims it funds."),
                    contract = table.Column<byte[]>(type: "bytea", nullable: false, comment: "Address of the claim contract."),
                    free = table.Column<BigInteger>(type: "numeric(39,0)", nullable: false, comment: "PHA for free balances."),
                    staked = table.Column<BigInteger>(type: "numeric(39,0)", nullable: false, comment: "The second argument of Deposited: the PHA or shares for delegations, as the contract states it."),
                    time = table.Column<DateTimeOffset>(type: "timestamp(3) with time zone", nullable: false, comment: "Time of the block, UTC."),
                    transaction = table.Column<byte[]>(type: "bytea", nullable: true, comment: "Hash of the transaction (EVM); null on Substrate networks, whose transactions are named by Extrinsic."),
                    extrinsic = table.Column<int>(type: "integer", nullable: true, comment: "Index of the extrinsic in its block (Substrate); null on EVM networks and for events of the block itself.")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_claim_funding", x => new { x.network, x.height, x.index, x.ordinal });
                },
                comment: "PHA and vault shares that were put into a claim contract for the claimants (Deposited).");

            migrationBuilder.CreateTable(
                name: "cursor",
                columns: table => new
                {
                    network = table.Column<string>(type: "text", nullable: false, comment: "Name of the network."),
                    height = table.Column<long>(type: "bigint", nullable: false, comment: "Height of the last indexed block."),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false, comment: "Hash of that block."),
                    time = table.Column<DateTimeOffset>(type: "timestamp(3) with time zone", nullable: false, comment: "Time of that block, UTC."),
                    events = table.Column<long>(type: "bigint", nullable: false, comment: "Events handled so far."),
                    entries = table.Column<long>(type: "bigint", nullable: false, comment: "Ledger rows written so far.")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cursor", x => x.network);
                },
                comment: "How far a network is indexed. It moves in the transaction that writes the blocks up to it.");

            migrationBuilder.CreateTable(
                name: "delegation_nft",
                columns: table => new
                {
                    network = table.Column<string>(type: "text", nullable: false, comment: "Name of the network."),
                    from_height = table.Column<long>(type: "bigint", nullable: false, comment: "Height of the block at whose end this version became valid."),
                    collection_id = table.Column<long>(type: "bigint", nullable: false, comment: "The RMRK collection."),
                    nft_id = table.Column<long>(type: "bigint", nullable: false, comment: "The number of the NFT in its collection."),
                    owner = table.Column<byte[]>(type: "bytea", nullable: false, comment: "The account that holds the NFT; the base pool account for a queued withdrawal."),
                    withdrawal_of = table.Column<byte[]>(type: "bytea", nullable: true, comment: "For a queued withdrawal, the account that will be paid; else null."),
                    shares = table.Column<BigInteger>(type: "numeric(39,0)", nullable: false, comment: "Shares, from the property stake-info."),
                    to_height = table.Column<long>(type: "bigint", nullable: true, comment: "Height of the block at whose end the next version replaced it; null while it is the current one.")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_delegation_nft", x => new { x.network, x.collection_id, x.nft_id, x.from_height });
                },
                comment: "An NFT of a pool's collection. On the parachains these are the delegations: the shares of an account are the stake-info of its NFTs, and each withdrawal in the queue is an NFT of the base pool account.");

            migrationBuilder.CreateTable(
                name: "holder_account",
                columns: table => new
                {
                    address = table.Column<byte[]>(type: "bytea", nullable: false, comment: "The address: a Substrate account id or an EVM account."),
                    holder = table.Column<byte[]>(type: "bytea", nullable: false, comment: "The holder: of all addresses linked with it, directly or through others, the smallest Substrate account, or the smallest EVM account when no Substrate account is known."),
                    display = table.Column<string>(type: "text", nullable: false, comment: "The address as people write it: SS58 with prefix 30 for a Substrate account, EIP-55 for an EVM account.")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_holder_account", x => x.address);
                },
                comment: "Which holder an address belongs to. Derived from the accounts and account links, and never versioned.");

            migrationBuilder.CreateTable(
                name: "ingestion_status",
                columns: table => new
                {
                    network = table.Column<string>(type: "text", nullable: false, comment: "Name of the network."),
                    state = table.Column<string>(type: "text", nullable: false, comment: "What it is doing."),
                    reason = table.Column<string>(type: "text", nullable: true, comment: "Why it stopped, in one line; null unless stopped."),
                    head_height = table.Column<long>(type: "bigint", nullable: true, comment: "The chain's best block as last seen; null before the first answer."),
                    finalized_height = table.Column<long>(type: "bigint", nullable: true, comment: "The chain's finalized block as last seen; null before the first answer."),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp(3) with time zone", nullable: false, comment: "When this row was written, UTC.")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ingestion_status", x => x.network);
                },
                comment: "What the ingestion of a network is doing.");

            migrationBuilder.CreateTable(
                name: "network",
                columns: table => new
                {
                    name = table.Column<string>(type: "text", nullable: false, comment: "Its name: khala, phala, ethereum, phala-l2, or as configured. The key of everything else."),
                    kind = table.Column<string>(type: "text", nullable: false, comment: "The kind of its chain."),
                    genesis_hash = table.Column<byte[]>(type: "bytea", nullable: true, comment: "Hash of the genesis block (Substrate); null on EVM networks."),
                    chain_id = table.Column<long>(type: "bigint", nullable: true, comment: "The EIP-155 chain id (EVM); null on Substrate networks."),
                    start_block = table.Column<long>(type: "bigint", nullable: false, comment: "The first block that is indexed."),
                    last_block = table.Column<long>(type: "bigint", nullable: true, comment: "The last block of a chain that has ended; null while it goes on.")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_network", x => x.name);
                },
                comment: "A network that is or was indexed into this database, with what identifies its chain.");

            migrationBuilder.CreateTable(
                name: "pool",
                columns: table => new
                {
                    network = table.Column<string>(type: "text", nullable: false, comment: "Name of the network."),
                    id = table.Column<string>(type: "text", nullable: false, comment: "The pid as decimal text on parachains (stake pools and vaults share one numbering), the contract address on EVM chains."),
                    kind = table.Column<string>(type: "text", nullable: false, comment: "What it is."),
                    pid = table.Column<long>(type: "bigint", nullable: true, comment: "The pid on parachains; null on EVM chains."),
                    owner = table.Column<byte[]>(type: "bytea", nullable: true, comment: "The owner at creation; null on EVM chains."),
                    account = table.Column<byte[]>(type: "bytea", nullable: false, comment: "The account that holds the pool's own assets: the pool account of the pallet, or the contract."),
                    collection_id = table.Column<long>(type: "bigint", nullable: true, comment: "The RMRK collection of the pool's delegation NFTs; null on EVM chains."),
                    height = table.Column<long>(type: "bigint", nullable: false, comment: "Height of the block that created it, or that first named it."),
                    time = table.Column<DateTimeOffset>(type: "timestamp(3) with time zone", nullable: false, comment: "Time of that block, UTC.")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pool", x => new { x.network, x.id });
                },
                comment: "A stake pool, a vault of a parachain, or the PHA vault on Ethereum: what never changes of it.");

            migrationBuilder.CreateTable(
                name: "pool_state",
                columns: table => new
                {
                    network = table.Column<string>(type: "text", nullable: false, comment: "Name of the network."),
                    from_height = table.Column<long>(type: "bigint", nullable: false, comment: "Height of the block at whose end this version became valid."),
                    pool_id = table.Column<string>(type: "text", nullable: false, comment: "The pool."),
                    owner = table.Column<byte[]>(type: "bytea", nullable: true, comment: "The current owner; null on EVM chains."),
                    total_value = table.Column<BigInteger>(type: "numeric(39,0)", nullable: false, comment: "Value of all shares in PHA: free value plus stake in workers (stake pool), plus own delegations (vault), totalAssets at the last checkpoint (PHA vault)."),
                    total_shares = table.Column<BigInteger>(type: "numeric(39,0)", nullable: false, comment: "All shares, queued ones included."),
                    withdrawing_shares = table.Column<BigInteger>(type: "numeric(39,0)", nullable: false, comment: "Shares that wait in the withdrawal queue."),
                    unlocking_value = table.Column<BigInteger>(type: "numeric(39,0)", nullable: false, comment: "PHA that left the shares of the PHA vault and waits for its unlock period."),
                    free_value = table.Column<BigInteger>(type: "numeric(39,0)", nullable: false, comment: "PHA in the pool that is invested in nothing, from which withdrawals are paid; zero on EVM chains."),
                    commission = table.Column<int>(type: "integer", nullable: true, comment: "The owner's commission in parts per million; null while none was set."),
                    capacity = table.Column<BigInteger>(type: "numeric(39,0)", nullable: true, comment: "The most PHA a stake pool accepts; null when unlimited."),
                    owner_reward = table.Column<BigInteger>(type: "numeric(39,0)", nullable: false, comment: "Commission of a stake pool that its owner has not withdrawn yet, in PHA."),
                    owner_shares = table.Column<BigInteger>(type: "numeric(39,0)", nullable: false, comment: "Commission shares of a vault that its owner has not claimed yet; the vault's own account holds them."),
                    last_checkpoint_price = table.Column<BigInteger>(type: "numeric(39,0)", nullable: true, comment: "Share price of a vault when its owner last gained shares, in PHA per share times 10^18; commission is due above it."),
                    worker_count = table.Column<int>(type: "integer", nullable: false, comment: "Workers of a stake pool."),
                    whitelist_enabled = table.Column<bool>(type: "boolean", nullable: false, comment: "Whether only listed accounts may delegate."),
                    is_shut_down = table.Column<bool>(type: "boolean", nullable: false, comment: "Whether a vault was shut down by force (PhalaVault.ForceShutdown)."),
                    reward_index = table.Column<BigInteger>(type: "numeric(78,0)", nullable: false, comment: "Cumulative reward of one share, in PHA times 10^36."),
                    rewards_to_owner = table.Column<BigInteger>(type: "numeric(39,0)", nullable: false, comment: "All rewards of the owner so far, in PHA."),
                    rewards_to_stakers = table.Column<BigInteger>(type: "numeric(39,0)", nullable: false, comment: "All rewards of the holders of shares so far, commission deducted, in PHA."),
                    to_height = table.Column<long>(type: "bigint", nullable: true, comment: "Height of the block at whose end the next version replaced it; null while it is the current one.")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pool_state", x => new { x.network, x.pool_id, x.from_height });
                },
                comment: "What changes of a pool: its value, shares, terms and reward counters.");

            migrationBuilder.CreateTable(
                name: "position",
                columns: table => new
                {
                    network = table.Column<string>(type: "text", nullable: false, comment: "Name of the network."),
                    from_height = table.Column<long>(type: "bigint", nullable: false, comment: "Height of the block at whose end this version became valid."),
                    pool_id = table.Column<string>(type: "text", nullable: false, comment: "The pool."),
                    account = table.Column<byte[]>(type: "bytea", nullable: false, comment: "The account."),
                    shares = table.Column<BigInteger>(type: "numeric(39,0)", nullable: false, comment: "Shares, queued ones included."),
                    withdrawing_shares = table.Column<BigInteger>(type: "numeric(39,0)", nullable: false, comment: "The part of the shares that waits in the withdrawal queue."),
                    unlocking_value = table.Column<BigInteger>(type: "numeric(39,0)", nullable: false, comment: "PHA that left the shares and waits for its unlock period (PHA vault)."),
                    cost = table.Column<BigInteger>(type: "numeric(39,0)", nullable: false, comment: "Cost basis of the shares in PHA."),
                    reward_index = table.Column<BigInteger>(type: "numeric(78,0)", nullable: false, comment: "The pool's reward index when the position last changed, in PHA times 10^36."),
                    accrued_reward = table.Column<BigInteger>(type: "numeric(39,0)", nullable: false, comment: "What the position earned until it last changed, in PHA; shares times the growth of the pool's index come on top."),
                    to_height = table.Column<long>(type: "bigint", nullable: true, comment: "Height of the block at whose end the next version replaced it; null while it is the current one.")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_position", x => new { x.network, x.pool_id, x.account, x.from_height });
                },
                comment: "What one account has in one pool.");

            migrationBuilder.CreateTable(
                name: "reward",
                columns: table => new
                {
                    network = table.Column<string>(type: "text", nullable: false, comment: "Name of the network."),
                    height = table.Column<long>(type: "bigint", nullable: false, comment: "Height of the block."),
                    index = table.Column<int>(type: "integer", nullable: false, comment: "Index of the event in its block (Substrate) or of the log in its block (EVM)."),
                    ordinal = table.Column<int>(type: "integer", nullable: false, comment: "Distinguishes several rows of one event, counted from 0."),
                    pool_id = table.Column<string>(type: "text", nullable: false, comment: "The pool that earned."),
                    account = table.Column<byte[]>(type: "bytea", nullable: true, comment: "The account that earned; null when all holders of shares earned in proportion."),
                    kind = table.Column<string>(type: "text", nullable: false, comment: "Who earned, and why."),
                    amount = table.Column<BigInteger>(type: "numeric(39,0)", nullable: false, comment: "The reward in PHA; negative when the holders of shares paid, as with a vault's commission."),
                    total_shares = table.Column<BigInteger>(type: "numeric(39,0)", nullable: false, comment: "All shares of the pool at that moment, the basis of the division; zero for rewards that no share earned."),
                    stated = table.Column<bool>(type: "boolean", nullable: false, comment: "True when the chain stated the amount in an event, false when it was derived from other events."),
                    time = table.Column<DateTimeOffset>(type: "timestamp(3) with time zone", nullable: false, comment: "Time of the block, UTC."),
                    transaction = table.Column<byte[]>(type: "bytea", nullable: true, comment: "Hash of the transaction (EVM); null on Substrate networks, whose transactions are named by Extrinsic."),
                    extrinsic = table.Column<int>(type: "integer", nullable: true, comment: "Index of the extrinsic in its block (Substrate); null on EVM networks and for events of the block itself.")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reward", x => new { x.network, x.height, x.index, x.ordinal });
                },
                comment: "One reward of a pool. The chains state rewards per pool only; what a holder earned follows from the pool's RewardIndex.");

            migrationBuilder.CreateTable(
                name: "stake_event",
                columns: table => new
                {
                    network = table.Column<string>(type: "text", nullable: false, comment: "Name of the network."),
                    height = table.Column<long>(type: "bigint", nullable: false, comment: "Height of the block."),
                    index = table.Column<int>(type: "integer", nullable: false, comment: "Index of the event in its block (Substrate) or of the log in its block (EVM)."),
                    ordinal = table.Column<int>(type: "integer", nullable: false, comment: "Distinguishes several rows of one event, counted from 0."),
                    pool_id = table.Column<string>(type: "text", nullable: true, comment: "The pool; null for what concerns no pool, such as wrapping PHA."),
                    account = table.Column<byte[]>(type: "bytea", nullable: false, comment: "The account whose position or balance changed."),
                    kind = table.Column<string>(type: "text", nullable: false, comment: "What happened."),
                    amount = table.Column<BigInteger>(type: "numeric(39,0)", nullable: false, comment: "The amount of PHA that the chain states for the event, never negative; zero when it states none."),
                    value = table.Column<BigInteger>(type: "numeric(39,0)", nullable: false, comment: "Change of the pool's total value, in PHA."),
                    shares = table.Column<BigInteger>(type: "numeric(39,0)", nullable: false, comment: "Change of the position's shares, those in the withdrawal queue included."),
                    withdrawing_shares = table.Column<BigInteger>(type: "numeric(39,0)", nullable: false, comment: "Change of the part of the position's shares that waits in the withdrawal queue."),
                    unlocking_value = table.Column<BigInteger>(type: "numeric(39,0)", nullable: false, comment: "Change of the PHA that has left the vault's shares and waits for its unlock period."),
                    cost = table.Column<BigInteger>(type: "numeric(39,0)", nullable: false, comment: "Change of the position's cost basis, in PHA; shares leave with their proportional part of it."),
                    counterparty = table.Column<byte[]>(type: "bytea", nullable: true, comment: "The other side of a transfer, or the receiver of a payment when it is not the account."),
                    time = table.Column<DateTimeOffset>(type: "timestamp(3) with time zone", nullable: false, comment: "Time of the block, UTC."),
                    transaction = table.Column<byte[]>(type: "bytea", nullable: true, comment: "Hash of the transaction (EVM); null on Substrate networks, whose transactions are named by Extrinsic."),
                    extrinsic = table.Column<int>(type: "integer", nullable: true, comment: "Index of the extrinsic in its block (Substrate); null on EVM networks and for events of the block itself.")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_stake_event", x => new { x.network, x.height, x.index, x.ordinal });
                },
                comment: "One change of a position or one payment around it. A position is the sum of its stake events: shares, withdrawing shares, unlocking value and cost are signed differences.");

            migrationBuilder.CreateTable(
                name: "unlock_request",
                columns: table => new
                {
                    network = table.Column<string>(type: "text", nullable: false, comment: "Name of the network."),
                    from_height = table.Column<long>(type: "bigint", nullable: false, comment: "Height of the block at whose end this version became valid."),
                    pool_id = table.Column<string>(type: "text", nullable: false, comment: "The vault."),
                    request_height = table.Column<long>(type: "bigint", nullable: false, comment: "Height of the block of the request."),
                    request_index = table.Column<int>(type: "integer", nullable: false, comment: "Index in its block of the log that stated the request."),
                    owner = table.Column<byte[]>(type: "bytea", nullable: false, comment: "The account whose shares were burned."),
                    receiver = table.Column<byte[]>(type: "bytea", nullable: false, comment: "The account that will be paid."),
                    assets = table.Column<BigInteger>(type: "numeric(39,0)", nullable: false, comment: "PHA that will be paid."),
                    requested_at = table.Column<DateTimeOffset>(type: "timestamp(3) with time zone", nullable: false, comment: "Time of the request, UTC; the unlock period counts from it."),
                    to_height = table.Column<long>(type: "bigint", nullable: true, comment: "Height of the block at whose end the next version replaced it; null while it is the current one.")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_unlock_request", x => new { x.network, x.pool_id, x.request_height, x.request_index, x.from_height });
                },
                comment: "A redemption of the PHA vault that waits for its unlock period (Withdraw, until Claimed or cancelled).");

            migrationBuilder.CreateTable(
                name: "vault_terms",
                columns: table => new
                {
                    network = table.Column<string>(type: "text", nullable: false, comment: "Name of the network."),
                    from_height = table.Column<long>(type: "bigint", nullable: false, comment: "Height of the block at whose end this version became valid."),
                    pool_id = table.Column<string>(type: "text", nullable: false, comment: "The vault."),
                    reward_rate = table.Column<BigInteger>(type: "numeric(39,0)", nullable: true, comment: "PHA streamed per second, the treasury's part included (RewardRateUpdated); null before the first update."),
                    treasury_ratio = table.Column<int>(type: "integer", nullable: true, comment: "The treasury's part of the stream in 1/10,000 (TreasuryRatioUpdated); null before the first update."),
                    unlock_period = table.Column<long>(type: "bigint", nullable: true, comment: "Seconds between an unlock request and its payment (UnlockPeriodUpdated); null before the first update."),
                    max_unlock_requests = table.Column<int>(type: "integer", nullable: true, comment: "The most open unlock requests of one owner (MaxUnlockRequestsUpdated); null before the first update."),
                    to_height = table.Column<long>(type: "bigint", nullable: true, comment: "Height of the block at whose end the next version replaced it; null while it is the current one.")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_vault_terms", x => new { x.network, x.pool_id, x.from_height });
                },
                comment: "The terms of the PHA vault that its owner sets.");

            migrationBuilder.CreateTable(
                name: "whitelist_entry",
                columns: table => new
                {
                    network = table.Column<string>(type: "text", nullable: false, comment: "Name of the network."),
                    from_height = table.Column<long>(type: "bigint", nullable: false, comment: "Height of the block at whose end this version became valid."),
                    pool_id = table.Column<string>(type: "text", nullable: false, comment: "The pool."),
                    account = table.Column<byte[]>(type: "bytea", nullable: false, comment: "The account."),
                    to_height = table.Column<long>(type: "bigint", nullable: true, comment: "Height of the block at whose end the next version replaced it; null while it is the current one.")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_whitelist_entry", x => new { x.network, x.pool_id, x.account, x.from_height });
                },
                comment: "An account that may delegate to a pool with a whitelist.");

            migrationBuilder.CreateTable(
                name: "worker",
                columns: table => new
                {
                    network = table.Column<string>(type: "text", nullable: false, comment: "Name of the network."),
                    from_height = table.Column<long>(type: "bigint", nullable: false, comment: "Height of the block at whose end this version became valid."),
                    public_key = table.Column<byte[]>(type: "bytea", nullable: false, comment: "The worker's sr25519 public key."),
                    pool_id = table.Column<string>(type: "text", nullable: false, comment: "The stake pool it belongs to."),
                    session = table.Column<byte[]>(type: "bytea", nullable: false, comment: "The account of its computing session."),
                    stake = table.Column<BigInteger>(type: "numeric(39,0)", nullable: false, comment: "PHA staked in it: set when it starts, zero again when the stake is reclaimed."),
                    is_removed = table.Column<bool>(type: "boolean", nullable: false, comment: "Whether it was removed from the pool while its stake still waits to be reclaimed."),
                    to_height = table.Column<long>(type: "bigint", nullable: true, comment: "Height of the block at whose end the next version replaced it; null while it is the current one.")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_worker", x => new { x.network, x.pool_id, x.public_key, x.from_height });
                },
                comment: "A worker of a stake pool and the stake that it runs with.");

            migrationBuilder.CreateIndex(
                name: "ix_account_address",
                table: "account",
                column: "address");

            migrationBuilder.CreateIndex(
                name: "ix_account_claim_user",
                table: "account",
                column: "claim_user");

            migrationBuilder.CreateIndex(
                name: "ix_account_network_height",
                table: "account",
                columns: new[] { "network", "height" });

            migrationBuilder.CreateIndex(
                name: "ix_account_link_account",
                table: "account_link",
                column: "account");

            migrationBuilder.CreateIndex(
                name: "ix_account_link_claim_user",
                table: "account_link",
                column: "claim_user");

            migrationBuilder.CreateIndex(
                name: "ix_block_hash",
                table: "block",
                column: "hash");

            migrationBuilder.CreateIndex(
                name: "ix_block_network_time",
                table: "block",
                columns: new[] { "network", "time" });

            migrationBuilder.CreateIndex(
                name: "ix_block_without_events",
                table: "block",
                columns: new[] { "network", "height" },
                filter: "events = 0");

            migrationBuilder.CreateIndex(
                name: "ix_claim_claim_user",
                table: "claim",
                column: "claim_user");

            migrationBuilder.CreateIndex(
                name: "ix_claim_l2_receiver",
                table: "claim",
                column: "l2_receiver");

            migrationBuilder.CreateIndex(
                name: "ix_claim_receiver",
                table: "claim",
                column: "receiver");

            migrationBuilder.CreateIndex(
                name: "ix_claim_contract_from",
                table: "claim_contract",
                columns: new[] { "network", "from_height" });

            migrationBuilder.CreateIndex(
                name: "ix_claim_contract_open",
                table: "claim_contract",
                columns: new[] { "network", "contract" },
                unique: true,
                filter: "to_height is null");

            migrationBuilder.CreateIndex(
                name: "ix_claim_contract_to",
                table: "claim_contract",
                columns: new[] { "network", "to_height" });

            migrationBuilder.CreateIndex(
                name: "ix_claim_funding_contract",
                table: "claim_funding",
                column: "contract");

            migrationBuilder.CreateIndex(
                name: "ix_delegation_nft_from",
                table: "delegation_nft",
                columns: new[] { "network", "from_height" });

            migrationBuilder.CreateIndex(
                name: "ix_delegation_nft_open",
                table: "delegation_nft",
                columns: new[] { "network", "collection_id", "nft_id" },
                unique: true,
                filter: "to_height is null");

            migrationBuilder.CreateIndex(
                name: "ix_delegation_nft_to",
                table: "delegation_nft",
                columns: new[] { "network", "to_height" });

            migrationBuilder.CreateIndex(
                name: "ix_holder_account_holder",
                table: "holder_account",
                column: "holder");

            migrationBuilder.CreateIndex(
                name: "ix_pool_account",
                table: "pool",
                column: "account");

            migrationBuilder.CreateIndex(
                name: "ix_pool_network_height",
                table: "pool",
                columns: new[] { "network", "height" });

            migrationBuilder.CreateIndex(
                name: "ix_pool_owner",
                table: "pool",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_pool_state_from",
                table: "pool_state",
                columns: new[] { "network", "from_height" });

            migrationBuilder.CreateIndex(
                name: "ix_pool_state_open",
                table: "pool_state",
                columns: new[] { "network", "pool_id" },
                unique: true,
                filter: "to_height is null");

            migrationBuilder.CreateIndex(
                name: "ix_pool_state_to",
                table: "pool_state",
                columns: new[] { "network", "to_height" });

            migrationBuilder.CreateIndex(
                name: "ix_position_account",
                table: "position",
                column: "account");

            migrationBuilder.CreateIndex(
                name: "ix_position_from",
                table: "position",
                columns: new[] { "network", "from_height" });

            migrationBuilder.CreateIndex(
                name: "ix_position_open",
                table: "position",
                columns: new[] { "network", "pool_id", "account" },
                unique: true,
                filter: "to_height is null");

            migrationBuilder.CreateIndex(
                name: "ix_position_to",
                table: "position",
                columns: new[] { "network", "to_height" });

            migrationBuilder.CreateIndex(
                name: "ix_reward_account_network_height",
                table: "reward",
                columns: new[] { "account", "network", "height" },
                filter: "account is not null");

            migrationBuilder.CreateIndex(
                name: "ix_reward_network_pool_id_height",
                table: "reward",
                columns: new[] { "network", "pool_id", "height" });

            migrationBuilder.CreateIndex(
                name: "ix_reward_time",
                table: "reward",
                column: "time");

            migrationBuilder.CreateIndex(
                name: "ix_stake_event_account_network_height",
                table: "stake_event",
                columns: new[] { "account", "network", "height" });

            migrationBuilder.CreateIndex(
                name: "ix_stake_event_network_pool_id_height",
                table: "stake_event",
                columns: new[] { "network", "pool_id", "height" });

            migrationBuilder.CreateIndex(
                name: "ix_stake_event_time",
                table: "stake_event",
                column: "time");

            migrationBuilder.CreateIndex(
                name: "ix_unlock_request_from",
                table: "unlock_request",
                columns: new[] { "network", "from_height" });

            migrationBuilder.CreateIndex(
                name: "ix_unlock_request_open",
                table: "unlock_request",
                columns: new[] { "network", "pool_id", "request_height", "request_index" },
                unique: true,
                filter: "to_height is null");

            migrationBuilder.CreateIndex(
                name: "ix_unlock_request_owner",
                table: "unlock_request",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_unlock_request_to",
                table: "unlock_request",
                columns: new[] { "network", "to_height" });

            migrationBuilder.CreateIndex(
                name: "ix_vault_terms_from",
                table: "vault_terms",
                columns: new[] { "network", "from_height" });

            migrationBuilder.CreateIndex(
                name: "ix_vault_terms_open",
                table: "vault_terms",
                columns: new[] { "network", "pool_id" },
                unique: true,
                filter: "to_height is null");

            migrationBuilder.CreateIndex(
                name: "ix_vault_terms_to",
                table: "vault_terms",
                columns: new[] { "network", "to_height" });

            migrationBuilder.CreateIndex(
                name: "ix_whitelist_entry_from",
                table: "whitelist_entry",
                columns: new[] { "network", "from_height" });

            migrationBuilder.CreateIndex(
                name: "ix_whitelist_entry_open",
                table: "whitelist_entry",
                columns: new[] { "network", "pool_id", "account" },
                unique: true,
                filter: "to_height is null");

            migrationBuilder.CreateIndex(
                name: "ix_whitelist_entry_to",
                table: "whitelist_entry",
                columns: new[] { "network", "to_height" });

            migrationBuilder.CreateIndex(
                name: "ix_worker_from",
                table: "worker",
                columns: new[] { "network", "from_height" });

            migrationBuilder.CreateIndex(
                name: "ix_worker_open",
                table: "worker",
                columns: new[] { "network", "pool_id", "public_key" },
                unique: true,
                filter: "to_height is null");

            migrationBuilder.CreateIndex(
                name: "ix_worker_to",
                table: "worker",
                columns: new[] { "network", "to_height" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "account");

            migrationBuilder.DropTable(
                name: "account_link");

            migrationBuilder.DropTable(
                name: "block");

            migrationBuilder.DropTable(
                name: "claim");

            migrationBuilder.DropTable(
                name: "claim_contract");

            migrationBuilder.DropTable(
                name: "claim_funding");

            migrationBuilder.DropTable(
                name: "cursor");

            migrationBuilder.DropTable(
                name: "delegation_nft");

            migrationBuilder.DropTable(
                name: "holder_account");

            migrationBuilder.DropTable(
                name: "ingestion_status");

            migrationBuilder.DropTable(
                name: "network");

            migrationBuilder.DropTable(
                name: "pool");

            migrationBuilder.DropTable(
                name: "pool_state");

            migrationBuilder.DropTable(
                name: "position");

            migrationBuilder.DropTable(
                name: "reward");

            migrationBuilder.DropTable(
                name: "stake_event");

            migrationBuilder.DropTable(
                name: "unlock_request");

            migrationBuilder.DropTable(
                name: "vault_terms");

            migrationBuilder.DropTable(
                name: "whitelist_entry");

            migrationBuilder.DropTable(
                name: "worker");
        }
    }
}
