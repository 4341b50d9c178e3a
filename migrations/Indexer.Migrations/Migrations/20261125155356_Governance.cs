using System;
using System.Numerics;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Indexer.Migrations.Migrations
{
    /// <inheritdoc />
    public partial class Governance : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterColumn<int>(
                name: "index",
                table: "stake_event",
                type: "integer",
                nullable: false,
                comment: "Index of the event in its block (Substrate) or of the log in its block (EVM); -1 for what came true with the block itself, before its first event.",
                oldClrType: typeof(int),
                oldType: "integer",
                oldComment: "Index of the event in its block (Substrate) or of the log in its block (EVM).");

            migrationBuilder.AlterColumn<int>(
                name: "index",
                table: "reward",
                type: "integer",
                nullable: false,
                comment: "Index of the event in its block (Substrate) or of the log in its block (EVM); -1 for what came true with the block itself, before its first event.",
                oldClrType: typeof(int),
                oldType: "integer",
                oldComment: "Index of the event in its block (Substrate) or of the log in its block (EVM).");

            migrationBuilder.AddColumn<string>(
                name: "space",
                table: "network",
                type: "text",
                nullable: true,
                comment: "The id of the space (Snapshot); null on networks that are chains.");

            migrationBuilder.AlterColumn<int>(
                name: "index",
                table: "claim_funding",
                type: "integer",
                nullable: false,
                comment: "Index of the event in its block (Substrate) or of the log in its block (EVM); -1 for what came true with the block itself, before its first event.",
                oldClrType: typeof(int),
                oldType: "integer",
                oldComment: "Index of the event in its block (Substrate) or of the log in its block (EVM).");

            migrationBuilder.AlterColumn<int>(
                name: "index",
                table: "claim",
                type: "integer",
                nullable: false,
                comment: "Index of the event in its block (Substrate) or of the log in its block (EVM); -1 for what came true with the block itself, before its first event.",
                oldClrType: typeof(int),
                oldType: "integer",
                oldComment: "Index of the event in its block (Substrate) or of the log in its block (EVM).");

            migrationBuilder.AlterColumn<int>(
                name: "index",
                table: "account_link",
                type: "integer",
                nullable: false,
                comment: "Index of the event in its block (Substrate) or of the log in its block (EVM); -1 for what came true with the block itself, before its first event.",
                oldClrType: typeof(int),
                oldType: "integer",
                oldComment: "Index of the event in its block (Substrate) or of the log in its block (EVM).");

            migrationBuilder.CreateTable(
                name: "collective_member",
                columns: table => new
                {
                    network = table.Column<string>(type: "text", nullable: false, comment: "Name of the network."),
                    from_height = table.Column<long>(type: "bigint", nullable: false, comment: "Height of the block at whose end this version became valid."),
                    body = table.Column<string>(type: "text", nullable: false, comment: "The body."),
                    account = table.Column<byte[]>(type: "bytea", nullable: false, comment: "The account."),
                    role = table.Column<string>(type: "text", nullable: false, comment: "What it is there."),
                    backing = table.Column<BigInteger>(type: "numeric(39,0)", nullable: false, comment: "PHA that backed it in its election; zero while it was in none."),
                    to_height = table.Column<long>(type: "bigint", nullable: true, comment: "Height of the block at whose end the next version replaced it; null while it is the current one.")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_collective_member", x => new { x.network, x.body, x.account, x.from_height });
                },
                comment: "A seat or candidacy of an account. Its versions tell who sat when.");

            migrationBuilder.CreateTable(
                name: "election_vote",
                columns: table => new
                {
                    network = table.Column<string>(type: "text", nullable: false, comment: "Name of the network."),
                    from_height = table.Column<long>(type: "bigint", nullable: false, comment: "Height of the block at whose end this version became valid."),
                    voter = table.Column<byte[]>(type: "bytea", nullable: false, comment: "The voter."),
                    candidates = table.Column<string>(type: "text", nullable: false, comment: "Those it approves of, in its order of preference: their account ids as 0x and hexadecimal, separated by commas."),
                    stake = table.Column<BigInteger>(type: "numeric(39,0)", nullable: false, comment: "PHA that stands behind it."),
                    to_height = table.Column<long>(type: "bigint", nullable: true, comment: "Height of the block at whose end the next version replaced it; null while it is the current one.")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_election_vote", x => new { x.network, x.voter, x.from_height });
                },
                comment: "A standing vote in the council's elections (PhragmenElection.vote); it counts in every election until it is changed or removed.");

            migrationBuilder.CreateTable(
                name: "preimage",
                columns: table => new
                {
                    network = table.Column<string>(type: "text", nullable: false, comment: "Name of the network."),
                    from_height = table.Column<long>(type: "bigint", nullable: false, comment: "Height of the block at whose end this version became valid."),
                    hash = table.Column<string>(type: "text", nullable: false, comment: "The hash (BLAKE2b-256), 0x and hexadecimal."),
                    data = table.Column<byte[]>(type: "bytea", nullable: false, comment: "The bytes."),
                    call = table.Column<string>(type: "text", nullable: true, comment: "The call as JSON: pallet, call and arguments; null when the bytes are no call."),
                    to_height = table.Column<long>(type: "bigint", nullable: true, comment: "Height of the block at whose end the next version replaced it; null while it is the current one.")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_preimage", x => new { x.network, x.hash, x.from_height });
                },
                comment: "What the chain was given in full for a hash: a call that proposals name by its hash, or the text behind their metadata. It stays known when the chain forgets it.");

            migrationBuilder.CreateTable(
                name: "proposal",
                columns: table => new
                {
                    network = table.Column<string>(type: "text", nullable: false, comment: "Name of the network."),
                    id = table.Column<string>(type: "text", nullable: false, comment: "Its id within the network: the system and the native id, for example referendum/77, council/197, tip/0x12…, governor/0xab…/123 or snapshot/0x98…."),
                    system = table.Column<string>(type: "text", nullable: false, comment: "The governance system."),
                    native_id = table.Column<string>(type: "text", nullable: false, comment: "The id that the system itself gives it: a number, a hash, or parent and number of a child bounty (3/1)."),
                    space = table.Column<string>(type: "text", nullable: true, comment: "Where in the network it was made: the contract (Governor) or the space (Snapshot); null for pallets, of which a network has one each."),
                    proposer = table.Column<byte[]>(type: "bytea", nullable: true, comment: "Who made it; null when the chain does not say."),
                    source_time = table.Column<DateTimeOffset>(type: "timestamp(3) with time zone", nullable: true, comment: "When its source says that it was made, UTC; null where the time of the block says it."),
                    height = table.Column<long>(type: "bigint", nullable: false, comment: "Height of the block."),
                    index = table.Column<int>(type: "integer", nullable: false, comment: "Index of the event in its block (Substrate) or of the log in its block (EVM); -1 for what came true with the block itself, before its first event."),
                    ordinal = table.Column<int>(type: "integer", nullable: false, comment: "Distinguishes several rows of one event, counted from 0."),
                    time = table.Column<DateTimeOffset>(type: "timestamp(3) with time zone", nullable: false, comment: "Time of the block, UTC."),
                    transaction = table.Column<byte[]>(type: "bytea", nullable: true, comment: "Hash of the transaction (EVM); null on Substrate networks, whose transactions are named by Extrinsic."),
                    extrinsic = table.Column<int>(type: "integer", nullable: true, comment: "Index of the extrinsic in its block (Substrate); null on EVM networks and for events of the block itself.")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_proposal", x => new { x.network, x.id });
                },
                comment: "One proposal of any governance system. What changes of it stands in ProposalState and ProposalText, its course in ProposalEvent.");

            migrationBuilder.CreateTable(
                name: "proposal_choice",
                columns: table => new
                {
                    network = table.Column<string>(type: "text", nullable: false, comment: "Name of the network."),
                    from_height = table.Column<long>(type: "bigint", nullable: false, comment: "Height of the block at whose end this version became valid."),
                    proposal_id = table.Column<string>(type: "text", nullable: false, comment: "The proposal."),
                    choice = table.Column<int>(type: "integer", nullable: false, comment: "Its number, counted from 1 as Snapshot does."),
                    label = table.Column<string>(type: "text", nullable: false, comment: "Its text."),
                    weight = table.Column<BigInteger>(type: "numeric(39,0)", nullable: false, comment: "The weight on it as our sum of the votes by the rule of the proposal's voting type."),
                    stated_weight = table.Column<BigInteger>(type: "numeric(39,0)", nullable: true, comment: "The weight on it as the source states it; null while it does not."),
                    to_height = table.Column<long>(type: "bigint", nullable: true, comment: "Height of the block at whose end the next version replaced it; null while it is the current one.")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_proposal_choice", x => new { x.network, x.proposal_id, x.choice, x.from_height });
                },
                comment: "One of the choices that a proposal offers when they are not simply aye, nay and abstain (Snapshot).");

            migrationBuilder.CreateTable(
                name: "proposal_event",
                columns: table => new
                {
                    network = table.Column<string>(type: "text", nullable: false, comment: "Name of the network."),
                    height = table.Column<long>(type: "bigint", nullable: false, comment: "Height of the block."),
                    index = table.Column<int>(type: "integer", nullable: false, comment: "Index of the event in its block (Substrate) or of the log in its block (EVM); -1 for what came true with the block itself, before its first event."),
                    ordinal = table.Column<int>(type: "integer", nullable: false, comment: "Distinguishes several rows of one event, counted from 0."),
                    proposal_id = table.Column<string>(type: "text", nullable: false, comment: "The proposal."),
                    kind = table.Column<string>(type: "text", nullable: false, comment: "What happened."),
                    status = table.Column<string>(type: "text", nullable: false, comment: "Where the proposal stands after it."),
                    account = table.Column<byte[]>(type: "bytea", nullable: true, comment: "Who did it, or whom it concerns; null when nobody in particular."),
                    amount = table.Column<BigInteger>(type: "numeric(39,0)", nullable: true, comment: "PHA that was deposited, returned, slashed, awarded or paid; null when none."),
                    error = table.Column<string>(type: "text", nullable: true, comment: "Why the proposal's call failed, in the runtime's words (Balances.InsufficientBalance); null when it did not fail or was not carried out."),
                    time = table.Column<DateTimeOffset>(type: "timestamp(3) with time zone", nullable: false, comment: "Time of the block, UTC."),
                    transaction = table.Column<byte[]>(type: "bytea", nullable: true, comment: "Hash of the transaction (EVM); null on Substrate networks, whose transactions are named by Extrinsic."),
                    extrinsic = table.Column<int>(type: "integer", nullable: true, comment: "Index of the extrinsic in its block (Substrate); null on EVM networks and for events of the block itself.")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_proposal_event", x => new { x.network, x.height, x.index, x.ordinal });
                },
                comment: "One step in the course of a proposal.");

            migrationBuilder.CreateTable(
                name: "proposal_link",
                columns: table => new
                {
                    network = table.Column<string>(type: "text", nullable: false, comment: "Name of the network."),
                    height = table.Column<long>(type: "bigint", nullable: false, comment: "Height of the block."),
                    index = table.Column<int>(type: "integer", nullable: false, comment: "Index of the event in its block (Substrate) or of the log in its block (EVM); -1 for what came true with the block itself, before its first event."),
                    ordinal = table.Column<int>(type: "integer", nullable: false, comment: "Distinguishes several rows of one event, counted from 0."),
                    proposal_id = table.Column<string>(type: "text", nullable: false, comment: "The proposal that came first or acts."),
                    target_id = table.Column<string>(type: "text", nullable: false, comment: "The proposal that it leads to or acts upon."),
                    kind = table.Column<string>(type: "text", nullable: false, comment: "How."),
                    time = table.Column<DateTimeOffset>(type: "timestamp(3) with time zone", nullable: false, comment: "Time of the block, UTC."),
                    transaction = table.Column<byte[]>(type: "bytea", nullable: true, comment: "Hash of the transaction (EVM); null on Substrate networks, whose transactions are named by Extrinsic."),
                    extrinsic = table.Column<int>(type: "integer", nullable: true, comment: "Index of the extrinsic in its block (Substrate); null on EVM networks and for events of the block itself.")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_proposal_link", x => new { x.network, x.height, x.index, x.ordinal });
                },
                comment: "One proposal leads to another of the same network.");

            migrationBuilder.CreateTable(
                name: "proposal_state",
                columns: table => new
                {
                    network = table.Column<string>(type: "text", nullable: false, comment: "Name of the network."),
                    from_height = table.Column<long>(type: "bigint", nullable: false, comment: "Height of the block at whose end this version became valid."),
                    proposal_id = table.Column<string>(type: "text", nullable: false, comment: "The proposal."),
                    status = table.Column<string>(type: "text", nullable: false, comment: "Where it stands."),
                    ayes = table.Column<BigInteger>(type: "numeric(39,0)", nullable: false, comment: "Sum of the weights in favour."),
                    nays = table.Column<BigInteger>(type: "numeric(39,0)", nullable: false, comment: "Sum of the weights against."),
                    abstains = table.Column<BigInteger>(type: "numeric(39,0)", nullable: false, comment: "Sum of the weights of abstentions."),
                    others = table.Column<BigInteger>(type: "numeric(39,0)", nullable: false, comment: "Sum of the weights of votes that are neither for, against nor abstaining: on the choices of ProposalChoice."),
                    turnout = table.Column<BigInteger>(type: "numeric(39,0)", nullable: false, comment: "Sum of what stands behind the votes, each counted once whatever its conviction: the numerator of the turnout."),
                    voters = table.Column<int>(type: "integer", nullable: false, comment: "Votes that count; of a public proposal the deposits behind it."),
                    stated_ayes = table.Column<BigInteger>(type: "numeric(39,0)", nullable: true, comment: "Weight in favour as the chain states it; null while it has not been asked or does not say."),
                    stated_nays = table.Column<BigInteger>(type: "numeric(39,0)", nullable: true, comment: "Weight against as the chain states it; null while it has not been asked or does not say."),
                    stated_abstains = table.Column<BigInteger>(type: "numeric(39,0)", nullable: true, comment: "Weight of abstentions as the chain states it; null while it has not been asked or does not say."),
                    stated_turnout = table.Column<BigInteger>(type: "numeric(39,0)", nullable: true, comment: "Turnout as the chain states it; null while it has not been asked or does not say."),
                    electorate = table.Column<BigInteger>(type: "numeric(39,0)", nullable: true, comment: "The eligible supply, denominator of the turnout; null while unknown."),
                    electorate_kind = table.Column<string>(type: "text", nullable: true, comment: "What the eligible supply is; null while unknown."),
                    threshold = table.Column<string>(type: "text", nullable: true, comment: "What decides whether it passes; null when no vote decides."),
                    quorum = table.Column<BigInteger>(type: "numeric(39,0)", nullable: true, comment: "The weight that MemberCount or Quorum asks for, or that its space asks for (Snapshot); null with others and while unknown."),
                    super_quorum = table.Column<BigInteger>(type: "numeric(39,0)", nullable: true, comment: "The weight in favour with which it passes before its end, when more are for than against (GovernorSuperQuorum); null with others."),
                    deposit = table.Column<BigInteger>(type: "numeric(39,0)", nullable: false, comment: "PHA held as deposits for it now: of its proposer and of those who back it."),
                    value = table.Column<BigInteger>(type: "numeric(39,0)", nullable: true, comment: "PHA that it asks for or grants (Treasury, Bounties, Tips); null with others and while unknown."),
                    beneficiary = table.Column<byte[]>(type: "bytea", nullable: true, comment: "Who gets the value; null with others and while unknown."),
                    start_height = table.Column<long>(type: "bigint", nullable: true, comment: "First block in which it can be voted on; null when its system counts by time or it has no voting."),
                    end_height = table.Column<long>(type: "bigint", nullable: true, comment: "Last block in which it can be voted on; null when its system counts by time or it has no voting."),
                    start_time = table.Column<DateTimeOffset>(type: "timestamp(3) with time zone", nullable: true, comment: "Begin of its voting, UTC; of a future block an estimate from the chain's block time. Null when it has no voting."),
                    end_time = table.Column<DateTimeOffset>(type: "timestamp(3) with time zone", nullable: true, comment: "End of its voting, UTC; of a future block an estimate from the chain's block time. Null when it has no voting."),
                    enactment_height = table.Column<long>(type: "bigint", nullable: true, comment: "Block (Substrate) from which it takes effect when it passes; null while unknown and on other networks."),
                    enactment_time = table.Column<DateTimeOffset>(type: "timestamp(3) with time zone", nullable: true, comment: "Time from which it can be executed, UTC (Governor with a timelock); null with others and until it is queued."),
                    expiry_time = table.Column<DateTimeOffset>(type: "timestamp(3) with time zone", nullable: true, comment: "Time from which it can be executed no more, UTC (Governor with a Compound timelock); null with others and until it is queued."),
                    voting_token = table.Column<byte[]>(type: "bytea", nullable: true, comment: "The voting token that decides who may vote on it (Governor); null with others."),
                    hash = table.Column<string>(type: "text", nullable: true, comment: "Hash by which events name it instead of by its number (collectives, external proposals, open operations of a timelock), 0x and hexadecimal; null with others."),
                    is_flagged = table.Column<bool>(type: "boolean", nullable: false, comment: "Whether its source flagged it as spam or worse (Snapshot)."),
                    scores_final = table.Column<bool>(type: "boolean", nullable: false, comment: "Whether what the source states of it, and the weight of each of its votes, can change no more (Snapshot)."),
                    scores_by_strategy = table.Column<string>(type: "text", nullable: true, comment: "The stated weight on each choice by voting strategy, as JSON (Snapshot: scores_by_strategy); null while the source does not say."),
                    to_height = table.Column<long>(type: "bigint", nullable: true, comment: "Height of the block at whose end the next version replaced it; null while it is the current one.")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_proposal_state", x => new { x.network, x.proposal_id, x.from_height });
                },
                comment: "Where a proposal stands and how its votes add up. Weights and supplies are in PHA (in the voting token's unit for other tokens); of a collective each member's vote weighs 1. Ayes, nays, abstentions, other weight, turnout and number of voters are the sums of the votes that count (Vote); what the chain states itself stands beside them. Each change of the tally is a version, so the versions are its course.");

            migrationBuilder.CreateTable(
                name: "proposal_text",
                columns: table => new
                {
                    network = table.Column<string>(type: "text", nullable: false, comment: "Name of the network."),
                    from_height = table.Column<long>(type: "bigint", nullable: false, comment: "Height of the block at whose end this version became valid."),
                    proposal_id = table.Column<string>(type: "text", nullable: false, comment: "The proposal."),
                    title = table.Column<string>(type: "text", nullable: true, comment: "Its title; null when it has none."),
                    body = table.Column<string>(type: "text", nullable: true, comment: "Its text, as its author wrote it (often Markdown); null when it has none."),
                    discussion = table.Column<string>(type: "text", nullable: true, comment: "Where it is discussed, as its author wrote it; null when its author named nothing."),
                    call_hash = table.Column<string>(type: "text", nullable: true, comment: "Hash of the call or of the actions that it would carry out, 0x and hexadecimal; null when it carries out nothing."),
                    call = table.Column<string>(type: "text", nullable: true, comment: "What it would carry out, as JSON: pallet, call and arguments (Substrate), or targets, values and data of the actions (EVM); null while the chain holds only the hash."),
                    voting_type = table.Column<string>(type: "text", nullable: true, comment: "How votes are cast and counted, in the source's word (Snapshot: basic, ranked-choice, …); null with other systems."),
                    strategies = table.Column<string>(type: "text", nullable: true, comment: "What gives accounts their weight, as JSON (Snapshot): the strategies with the network and the block (snapshot) at which they look, the weight's symbol, and whether votes are hidden (privacy); null with other systems."),
                    edited_time = table.Column<DateTimeOffset>(type: "timestamp(3) with time zone", nullable: true, comment: "When its source says that it was last edited, UTC (Snapshot); null when it never was."),
                    to_height = table.Column<long>(type: "bigint", nullable: true, comment: "Height of the block at whose end the next version replaced it; null while it is the current one.")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_proposal_text", x => new { x.network, x.proposal_id, x.from_height });
                },
                comment: "What a proposal says or does. Texts can be edited and preimages can come later, so it has versions.");

            migrationBuilder.CreateTable(
                name: "reconciliation",
                columns: table => new
                {
                    network = table.Column<string>(type: "text", nullable: false, comment: "Name of the network."),
                    height = table.Column<long>(type: "bigint", nullable: false, comment: "Height of the block."),
                    index = table.Column<int>(type: "integer", nullable: false, comment: "Index of the event in its block (Substrate) or of the log in its block (EVM); -1 for what came true with the block itself, before its first event."),
                    ordinal = table.Column<int>(type: "integer", nullable: false, comment: "Distinguishes several rows of one event, counted from 0."),
                    proposal_id = table.Column<string>(type: "text", nullable: false, comment: "The proposal."),
                    check = table.Column<string>(type: "text", nullable: false, comment: "What was compared."),
                    choice = table.Column<int>(type: "integer", nullable: false, comment: "The number of the choice for ChoiceWeight; 0 with others."),
                    source = table.Column<string>(type: "text", nullable: false, comment: "Where the stated figure is from, for example Democracy.ReferendumInfoOf or proposalVotes(uint256)."),
                    stated = table.Column<BigInteger>(type: "numeric(39,0)", nullable: false, comment: "The figure that the source states."),
                    found = table.Column<BigInteger>(type: "numeric(39,0)", nullable: false, comment: "Our sum."),
                    difference = table.Column<BigInteger>(type: "numeric(39,0)", nullable: false, computedColumnSql: "stated - found", stored: true, comment: "Stated less found; computed by the database."),
                    reason = table.Column<string>(type: "text", nullable: true, comment: "The name of the difference: why both may differ; null when there is none."),
                    time = table.Column<DateTimeOffset>(type: "timestamp(3) with time zone", nullable: false, comment: "Time of the block, UTC."),
                    transaction = table.Column<byte[]>(type: "bytea", nullable: true, comment: "Hash of the transaction (EVM); null on Substrate networks, whose transactions are named by Extrinsic."),
                    extrinsic = table.Column<int>(type: "integer", nullable: true, comment: "Index of the extrinsic in its block (Substrate); null on EVM networks and for events of the block itself.")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reconciliation", x => new { x.network, x.height, x.index, x.ordinal });
                },
                comment: "A figure of ours compared with what the chain or the source states of itself at the same block. A row without a difference is the proof that it was compared; a difference is named.");

            migrationBuilder.CreateTable(
                name: "snapshot_tokens",
                columns: table => new
                {
                    network = table.Column<string>(type: "text", nullable: false, comment: "Name of the network."),
                    from_height = table.Column<long>(type: "bigint", nullable: false, comment: "Height of the block at whose end this version became valid."),
                    proposal_id = table.Column<string>(type: "text", nullable: false, comment: "The proposal."),
                    account = table.Column<byte[]>(type: "bytea", nullable: false, comment: "The account."),
                    tokens = table.Column<BigInteger>(type: "numeric(39,0)", nullable: false, comment: "Its tokens at the snapshot; zero when it did not delegate to itself."),
                    to_height = table.Column<long>(type: "bigint", nullable: true, comment: "Height of the block at whose end the next version replaced it; null while it is the current one.")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_snapshot_tokens", x => new { x.network, x.proposal_id, x.account, x.from_height });
                },
                comment: "The tokens with which an account votes for itself on an open proposal, where they changed since the proposal's snapshot. Of all other accounts they are what the account has now. They tell which part of a vote is delegated.");

            migrationBuilder.CreateTable(
                name: "vote",
                columns: table => new
                {
                    network = table.Column<string>(type: "text", nullable: false, comment: "Name of the network."),
                    from_height = table.Column<long>(type: "bigint", nullable: false, comment: "Height of the block at whose end this version became valid."),
                    proposal_id = table.Column<string>(type: "text", nullable: false, comment: "The proposal."),
                    voter = table.Column<byte[]>(type: "bytea", nullable: false, comment: "The voter."),
                    kind = table.Column<string>(type: "text", nullable: false, comment: "With what it votes."),
                    choice = table.Column<string>(type: "text", nullable: false, comment: "What it is for."),
                    selection = table.Column<string>(type: "text", nullable: true, comment: "The choice as JSON where the proposal names its own (Snapshot: a number, a list or weights); null elsewhere."),
                    balance = table.Column<BigInteger>(type: "numeric(39,0)", nullable: false, comment: "What the voter itself stands behind it with, in PHA; 1 for a member of a collective."),
                    conviction = table.Column<int>(type: "integer", nullable: true, comment: "Conviction of a direct Democracy vote: 0 weighs a tenth, 1 to 6 that many times; null elsewhere."),
                    ayes = table.Column<BigInteger>(type: "numeric(39,0)", nullable: false, comment: "Weight in favour, what is delegated included."),
                    nays = table.Column<BigInteger>(type: "numeric(39,0)", nullable: false, comment: "Weight against, what is delegated included."),
                    abstains = table.Column<BigInteger>(type: "numeric(39,0)", nullable: false, comment: "Weight that abstains, what is delegated included."),
                    others = table.Column<BigInteger>(type: "numeric(39,0)", nullable: false, comment: "Weight on choices that the proposal names itself."),
                    delegated_weight = table.Column<BigInteger>(type: "numeric(39,0)", nullable: false, comment: "The part of the weight that others delegated to the voter."),
                    delegated_balance = table.Column<BigInteger>(type: "numeric(39,0)", nullable: false, comment: "What stands behind the delegated part, in PHA."),
                    counts = table.Column<bool>(type: "boolean", nullable: false, comment: "Whether it counts in the tally: all but the aggregate of the wrapped votes."),
                    cast_height = table.Column<long>(type: "bigint", nullable: false, comment: "Height of the block of the event that stated the choice."),
                    cast_index = table.Column<int>(type: "integer", nullable: false, comment: "Index of that event in its block."),
                    cast_time = table.Column<DateTimeOffset>(type: "timestamp(3) with time zone", nullable: false, comment: "When it was cast, UTC: the time of that block, or what the source says (Snapshot)."),
                    is_unlocked = table.Column<bool>(type: "boolean", nullable: false, comment: "Whether the voter removed it after the proposal's end, which frees its balance and changes no tally."),
                    reason = table.Column<string>(type: "text", nullable: true, comment: "Why, in the voter's words; null when it gave no reason."),
                    native_id = table.Column<string>(type: "text", nullable: true, comment: "The id that the source gives the vote (Snapshot); null where the event names it."),
                    to_height = table.Column<long>(type: "bigint", nullable: true, comment: "Height of the block at whose end the next version replaced it; null while it is the current one.")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_vote", x => new { x.network, x.proposal_id, x.voter, x.kind, x.from_height });
                },
                comment: "A vote in force, the last of its VoteEvents. Versions that ended are votes that were replaced, removed or got another delegated part.");

            migrationBuilder.CreateTable(
                name: "vote_delegation",
                columns: table => new
                {
                    network = table.Column<string>(type: "text", nullable: false, comment: "Name of the network."),
                    from_height = table.Column<long>(type: "bigint", nullable: false, comment: "Height of the block at whose end this version became valid."),
                    scope = table.Column<string>(type: "text", nullable: false, comment: "Where it holds: democracy, or the address of the voting token (EVM) in lower case."),
                    delegator = table.Column<byte[]>(type: "bytea", nullable: false, comment: "Who delegates."),
                    @delegate = table.Column<byte[]>(name: "delegate", type: "bytea", nullable: false, comment: "Who votes for it."),
                    balance = table.Column<BigInteger>(type: "numeric(39,0)", nullable: false, comment: "What is delegated, in PHA: fixed when delegating (Democracy), or the delegator's tokens now (EVM)."),
                    conviction = table.Column<int>(type: "integer", nullable: true, comment: "Conviction of a Democracy delegation: 0 weighs a tenth, 1 to 6 that many times; null elsewhere."),
                    to_height = table.Column<long>(type: "bigint", nullable: true, comment: "Height of the block at whose end the next version replaced it; null while it is the current one.")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_vote_delegation", x => new { x.network, x.scope, x.delegator, x.from_height });
                },
                comment: "An account lets another vote for it. The versions of a delegator are the intervals of its delegations.");

            migrationBuilder.CreateTable(
                name: "vote_event",
                columns: table => new
                {
                    network = table.Column<string>(type: "text", nullable: false, comment: "Name of the network."),
                    height = table.Column<long>(type: "bigint", nullable: false, comment: "Height of the block."),
                    index = table.Column<int>(type: "integer", nullable: false, comment: "Index of the event in its block (Substrate) or of the log in its block (EVM); -1 for what came true with the block itself, before its first event."),
                    ordinal = table.Column<int>(type: "integer", nullable: false, comment: "Distinguishes several rows of one event, counted from 0."),
                    proposal_id = table.Column<string>(type: "text", nullable: false, comment: "The proposal."),
                    voter = table.Column<byte[]>(type: "bytea", nullable: false, comment: "The voter."),
                    kind = table.Column<string>(type: "text", nullable: false, comment: "With what it votes."),
                    action = table.Column<string>(type: "text", nullable: false, comment: "What happened to the vote."),
                    choice = table.Column<string>(type: "text", nullable: false, comment: "What the vote is for; of a removed vote what it was for."),
                    selection = table.Column<string>(type: "text", nullable: true, comment: "The choice as JSON where the proposal names its own (Snapshot: a number, a list or weights); null elsewhere."),
                    balance = table.Column<BigInteger>(type: "numeric(39,0)", nullable: false, comment: "What the voter itself stands behind it with, in PHA; 1 for a member of a collective."),
                    conviction = table.Column<int>(type: "integer", nullable: true, comment: "Conviction of a direct Democracy vote: 0 weighs a tenth, 1 to 6 that many times; null elsewhere."),
                    ayes = table.Column<BigInteger>(type: "numeric(39,0)", nullable: false, comment: "Weight in favour, what is delegated included."),
                    nays = table.Column<BigInteger>(type: "numeric(39,0)", nullable: false, comment: "Weight against, what is delegated included."),
                    abstains = table.Column<BigInteger>(type: "numeric(39,0)", nullable: false, comment: "Weight that abstains, what is delegated included."),
                    others = table.Column<BigInteger>(type: "numeric(39,0)", nullable: false, comment: "Weight on choices that the proposal names itself."),
                    delegated_weight = table.Column<BigInteger>(type: "numeric(39,0)", nullable: false, comment: "The part of the weight that others delegated to the voter."),
                    delegated_balance = table.Column<BigInteger>(type: "numeric(39,0)", nullable: false, comment: "What stands behind the delegated part, in PHA."),
                    source_time = table.Column<DateTimeOffset>(type: "timestamp(3) with time zone", nullable: true, comment: "When the source says that the vote was cast, UTC (Snapshot); null where the time of the block says it."),
                    reason = table.Column<string>(type: "text", nullable: true, comment: "Why, in the voter's words; null when it gave no reason."),
                    native_id = table.Column<string>(type: "text", nullable: true, comment: "The id that the source gives the vote (Snapshot); null where the event names it."),
                    time = table.Column<DateTimeOffset>(type: "timestamp(3) with time zone", nullable: false, comment: "Time of the block, UTC."),
                    transaction = table.Column<byte[]>(type: "bytea", nullable: true, comment: "Hash of the transaction (EVM); null on Substrate networks, whose transactions are named by Extrinsic."),
                    extrinsic = table.Column<int>(type: "integer", nullable: true, comment: "Index of the extrinsic in its block (Substrate); null on EVM networks and for events of the block itself.")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_vote_event", x => new { x.network, x.height, x.index, x.ordinal });
                },
                comment: "One change of a vote: what the vote is after it. A vote (Vote) is the last of its events, and a tally the sum of the votes that count. Source: the chain's or Snapshot's vote, and for removed votes the call that removed it.");

            migrationBuilder.CreateTable(
                name: "voting_power",
                columns: table => new
                {
                    network = table.Column<string>(type: "text", nullable: false, comment: "Name of the network."),
                    from_height = table.Column<long>(type: "bigint", nullable: false, comment: "Height of the block at whose end this version became valid."),
                    token = table.Column<byte[]>(type: "bytea", nullable: false, comment: "The voting token."),
                    account = table.Column<byte[]>(type: "bytea", nullable: false, comment: "The account."),
                    tokens = table.Column<BigInteger>(type: "numeric(39,0)", nullable: false, comment: "Its tokens, the sum of their transfers."),
                    votes = table.Column<BigInteger>(type: "numeric(39,0)", nullable: false, comment: "The tokens of all who delegate to it, itself included when it does, as the token states them (DelegateVotesChanged)."),
                    to_height = table.Column<long>(type: "bigint", nullable: true, comment: "Height of the block at whose end the next version replaced it; null while it is the current one.")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_voting_power", x => new { x.network, x.token, x.account, x.from_height });
                },
                comment: "What an account has of a voting token (ERC20Votes, ERC721Votes, COMP): its tokens, and the votes that it may cast.");

            migrationBuilder.CreateIndex(
                name: "ix_collective_member_account",
                table: "collective_member",
                column: "account");

            migrationBuilder.CreateIndex(
                name: "ix_collective_member_from",
                table: "collective_member",
                columns: new[] { "network", "from_height" });

            migrationBuilder.CreateIndex(
                name: "ix_collective_member_open",
                table: "collective_member",
                columns: new[] { "network", "body", "account" },
                unique: true,
                filter: "to_height is null");

            migrationBuilder.CreateIndex(
                name: "ix_collective_member_to",
                table: "collective_member",
                columns: new[] { "network", "to_height" });

            migrationBuilder.CreateIndex(
                name: "ix_election_vote_from",
                table: "election_vote",
                columns: new[] { "network", "from_height" });

            migrationBuilder.CreateIndex(
                name: "ix_election_vote_open",
                table: "election_vote",
                columns: new[] { "network", "voter" },
                unique: true,
                filter: "to_height is null");

            migrationBuilder.CreateIndex(
                name: "ix_election_vote_to",
                table: "election_vote",
                columns: new[] { "network", "to_height" });

            migrationBuilder.CreateIndex(
                name: "ix_election_vote_voter",
                table: "election_vote",
                column: "voter");

            migrationBuilder.CreateIndex(
                name: "ix_preimage_from",
                table: "preimage",
                columns: new[] { "network", "from_height" });

            migrationBuilder.CreateIndex(
                name: "ix_preimage_open",
                table: "preimage",
                columns: new[] { "network", "hash" },
                unique: true,
                filter: "to_height is null");

            migrationBuilder.CreateIndex(
                name: "ix_preimage_to",
                table: "preimage",
                columns: new[] { "network", "to_height" });

            migrationBuilder.CreateIndex(
                name: "ix_proposal_network_height",
                table: "proposal",
                columns: new[] { "network", "height" });

            migrationBuilder.CreateIndex(
                name: "ix_proposal_proposer",
                table: "proposal",
                column: "proposer");

            migrationBuilder.CreateIndex(
                name: "ix_proposal_system_time_network_id",
                table: "proposal",
                columns: new[] { "system", "time", "network", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_proposal_time_network_id",
                table: "proposal",
                columns: new[] { "time", "network", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_proposal_choice_from",
                table: "proposal_choice",
                columns: new[] { "network", "from_height" });

            migrationBuilder.CreateIndex(
                name: "ix_proposal_choice_open",
                table: "proposal_choice",
                columns: new[] { "network", "proposal_id", "choice" },
                unique: true,
                filter: "to_height is null");

            migrationBuilder.CreateIndex(
                name: "ix_proposal_choice_to",
                table: "proposal_choice",
                columns: new[] { "network", "to_height" });

            migrationBuilder.CreateIndex(
                name: "ix_proposal_event_network_proposal_id_height",
                table: "proposal_event",
                columns: new[] { "network", "proposal_id", "height" });

            migrationBuilder.CreateIndex(
                name: "ix_proposal_event_time",
                table: "proposal_event",
                column: "time");

            migrationBuilder.CreateIndex(
                name: "ix_proposal_link_network_proposal_id_height",
                table: "proposal_link",
                columns: new[] { "network", "proposal_id", "height" });

            migrationBuilder.CreateIndex(
                name: "ix_proposal_link_network_target_id",
                table: "proposal_link",
                columns: new[] { "network", "target_id" });

            migrationBuilder.CreateIndex(
                name: "ix_proposal_state_closing",
                table: "proposal_state",
                columns: new[] { "status", "end_time", "network", "proposal_id" },
                filter: "to_height is null");

            migrationBuilder.CreateIndex(
                name: "ix_proposal_state_from",
                table: "proposal_state",
                columns: new[] { "network", "from_height" });

            migrationBuilder.CreateIndex(
                name: "ix_proposal_state_open",
                table: "proposal_state",
                columns: new[] { "network", "proposal_id" },
                unique: true,
                filter: "to_height is null");

            migrationBuilder.CreateIndex(
                name: "ix_proposal_state_to",
                table: "proposal_state",
                columns: new[] { "network", "to_height" });

            migrationBuilder.CreateIndex(
                name: "ix_proposal_text_from",
                table: "proposal_text",
                columns: new[] { "network", "from_height" });

            migrationBuilder.CreateIndex(
                name: "ix_proposal_text_open",
                table: "proposal_text",
                columns: new[] { "network", "proposal_id" },
                unique: true,
                filter: "to_height is null");

            migrationBuilder.CreateIndex(
                name: "ix_proposal_text_to",
                table: "proposal_text",
                columns: new[] { "network", "to_height" });

            migrationBuilder.CreateIndex(
                name: "ix_reconciliation_network_proposal_id_height",
                table: "reconciliation",
                columns: new[] { "network", "proposal_id", "height" });

            migrationBuilder.CreateIndex(
                name: "ix_reconciliation_time",
                table: "reconciliation",
                column: "time");

            migrationBuilder.CreateIndex(
                name: "ix_snapshot_tokens_from",
                table: "snapshot_tokens",
                columns: new[] { "network", "from_height" });

            migrationBuilder.CreateIndex(
                name: "ix_snapshot_tokens_open",
                table: "snapshot_tokens",
                columns: new[] { "network", "proposal_id", "account" },
                unique: true,
                filter: "to_height is null");

            migrationBuilder.CreateIndex(
                name: "ix_snapshot_tokens_to",
                table: "snapshot_tokens",
                columns: new[] { "network", "to_height" });

            migrationBuilder.CreateIndex(
                name: "ix_vote_cast_time",
                table: "vote",
                column: "cast_time");

            migrationBuilder.CreateIndex(
                name: "ix_vote_from",
                table: "vote",
                columns: new[] { "network", "from_height" });

            migrationBuilder.CreateIndex(
                name: "ix_vote_open",
                table: "vote",
                columns: new[] { "network", "proposal_id", "voter", "kind" },
                unique: true,
                filter: "to_height is null");

            migrationBuilder.CreateIndex(
                name: "ix_vote_to",
                table: "vote",
                columns: new[] { "network", "to_height" });

            migrationBuilder.CreateIndex(
                name: "ix_vote_voter_network_cast_height",
                table: "vote",
                columns: new[] { "voter", "network", "cast_height" });

            migrationBuilder.CreateIndex(
                name: "ix_vote_delegation_delegate",
                table: "vote_delegation",
                column: "delegate");

            migrationBuilder.CreateIndex(
                name: "ix_vote_delegation_delegator",
                table: "vote_delegation",
                column: "delegator");

            migrationBuilder.CreateIndex(
                name: "ix_vote_delegation_from",
                table: "vote_delegation",
                columns: new[] { "network", "from_height" });

            migrationBuilder.CreateIndex(
                name: "ix_vote_delegation_open",
                table: "vote_delegation",
                columns: new[] { "network", "scope", "delegator" },
                unique: true,
                filter: "to_height is null");

            migrationBuilder.CreateIndex(
                name: "ix_vote_delegation_to",
                table: "vote_delegation",
                columns: new[] { "network", "to_height" });

            migrationBuilder.CreateIndex(
                name: "ix_vote_event_network_proposal_id_height",
                table: "vote_event",
                columns: new[] { "network", "proposal_id", "height" });

            migrationBuilder.CreateIndex(
                name: "ix_vote_event_time",
                table: "vote_event",
                column: "time");

            migrationBuilder.CreateIndex(
                name: "ix_vote_event_voter_network_height",
                table: "vote_event",
                columns: new[] { "voter", "network", "height" });

            migrationBuilder.CreateIndex(
                name: "ix_voting_power_account",
                table: "voting_power",
                column: "account");

            migrationBuilder.CreateIndex(
                name: "ix_voting_power_from",
                table: "voting_power",
                columns: new[] { "network", "from_height" });

            migrationBuilder.CreateIndex(
                name: "ix_voting_power_open",
                table: "voting_power",
                columns: new[] { "network", "token", "account" },
                unique: true,
                filter: "to_height is null");

            migrationBuilder.CreateIndex(
                name: "ix_voting_power_to",
                table: "voting_power",
                columns: new[] { "network", "to_height" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "collective_member");

            migrationBuilder.DropTable(
                name: "election_vote");

            migrationBuilder.DropTable(
                name: "preimage");

            migrationBuilder.DropTable(
                name: "proposal");

            migrationBuilder.DropTable(
                name: "proposal_choice");

            migrationBuilder.DropTable(
                name: "proposal_event");

            migrationBuilder.DropTable(
                name: "proposal_link");

            migrationBuilder.DropTable(
                name: "proposal_state");

            migrationBuilder.DropTable(
                name: "proposal_text");

            migrationBuilder.DropTable(
                name: "reconciliation");

            migrationBuilder.DropTable(
                name: "snapshot_tokens");

            migrationBuilder.DropTable(
                name: "vote");

            migrationBuilder.DropTable(
                name: "vote_delegation");

            migrationBuilder.DropTable(
                name: "vote_event");

            migrationBuilder.DropTable(
                name: "voting_power");

            migrationBuilder.DropColumn(
                name: "space",
                table: "network");

            migrationBuilder.AlterColumn<int>(
                name: "index",
                table: "stake_event",
                type: "integer",
                nullable: false,
                comment: "Index of the event in its block (Substrate) or of the log in its block (EVM).",
                oldClrType: typeof(int),
                oldType: "integer",
                oldComment: "Index of the event in its block (Substrate) or of the log in its block (EVM); -1 for what came true with the block itself, before its first event.");

            migrationBuilder.AlterColumn<int>(
                name: "index",
                table: "reward",
                type: "integer",
                nullable: false,
                comment: "Index of the event in its block (Substrate) or of the log in its block (EVM).",
                oldClrType: typeof(int),
                oldType: "integer",
                oldComment: "Index of the event in its block (Substrate) or of the log in its block (EVM); -1 for what came true with the block itself, before its first event.");

            migrationBuilder.AlterColumn<int>(
                name: "index",
                table: "claim_funding",
                type: "integer",
                nullable: false,
                comment: "Index of the event in its block (Substrate) or of the log in its block (EVM).",
                oldClrType: typeof(int),
                oldType: "integer",
                oldComment: "Index of the event in its block (Substrate) or of the log in its block (EVM); -1 for what came true with the block itself, before its first event.");

            migrationBuilder.AlterColumn<int>(
                name: "index",
                table: "claim",
                type: "integer",
                nullable: false,
                comment: "Index of the event in its block (Substrate) or of the log in its block (EVM).",
                oldClrType: typeof(int),
                oldType: "integer",
                oldComment: "Index of the event in its block (Substrate) or of the log in its block (EVM); -1 for what came true with the block itself, before its first event.");

            migrationBuilder.AlterColumn<int>(
                name: "index",
                table: "account_link",
                type: "integer",
                nullable: false,
                comment: "Index of the event in its block (Substrate) or of the log in its block (EVM).",
                oldClrType: typeof(int),
                oldType: "integer",
                oldComment: "Index of the event in its block (Substrate) or of the log in its block (EVM); -1 for what came true with the block itself, before its first event.");
        }
    }
}
