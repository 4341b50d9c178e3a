CREATE TABLE account (
    network text NOT NULL,
    address bytea NOT NULL,
    height bigint NOT NULL,
    time timestamp(3) with time zone NOT NULL,
    claim_user bytea GENERATED ALWAYS AS (substring(address from 1 for 20)) STORED,
    CONSTRAINT pk_account PRIMARY KEY (network, address)
);
COMMENT ON TABLE account IS 'An account that the index has met on a network, with the block where it first appeared.';
COMMENT ON COLUMN account.network IS 'Name of the network.';
COMMENT ON COLUMN account.address IS 'The account.';
COMMENT ON COLUMN account.height IS 'Height of the first block that names the account.';
COMMENT ON COLUMN account.time IS 'Time of that block, UTC.';
COMMENT ON COLUMN account.claim_user IS 'The first 20 bytes of the address, by which claims name a Substrate account; computed by the database.';


CREATE TABLE account_label (
    network text NOT NULL,
    address bytea NOT NULL,
    name text NOT NULL,
    kind text NOT NULL,
    CONSTRAINT pk_account_label PRIMARY KEY (address, network)
);
COMMENT ON TABLE account_label IS 'What an account of a network is known as, by configuration: a contract or an institution that holds for many, and so is nobody''s stake and joins no holder.';
COMMENT ON COLUMN account_label.network IS 'Name of the network whose configuration says so.';
COMMENT ON COLUMN account_label.address IS 'The account.';
COMMENT ON COLUMN account_label.name IS 'What people call it.';
COMMENT ON COLUMN account_label.kind IS 'What it is.';


CREATE TABLE account_link (
    network text NOT NULL,
    height bigint NOT NULL,
    index integer NOT NULL,
    ordinal integer NOT NULL,
    claim_user bytea,
    sender bytea,
    account bytea NOT NULL,
    kind text NOT NULL,
    not_merged text,
    by_admin boolean,
    time timestamp(3) with time zone NOT NULL,
    transaction bytea,
    extrinsic integer,
    CONSTRAINT pk_account_link PRIMARY KEY (network, height, index, ordinal)
);
COMMENT ON TABLE account_link IS 'Evidence that two addresses may belong to one holder. A claim names its Substrate account by 20 bytes only, therefore the link is kept with these bytes and takes effect when an account with them is known. Several claimants of one receiver are one holder: people have several Substrate accounts. What would make strangers one (a contract, an exchange) has a reason not to merge.';
COMMENT ON COLUMN account_link.network IS 'Name of the network.';
COMMENT ON COLUMN account_link.height IS 'Height of the block.';
COMMENT ON COLUMN account_link.index IS 'Index of the event in its block (Substrate) or of the log in its block (EVM); -1 for what came true with the block itself, before its first event, 2147483647 for what the end of the chain made of it.';
COMMENT ON COLUMN account_link.ordinal IS 'Distinguishes several rows of one event, counted from 0.';
COMMENT ON COLUMN account_link.claim_user IS 'First 20 bytes of the Substrate account id that claimed; null for moves over the bridge.';
COMMENT ON COLUMN account_link.sender IS 'Who sent over the bridge; null for claims.';
COMMENT ON COLUMN account_link.account IS 'The EVM account that received.';
COMMENT ON COLUMN account_link.kind IS 'What happened between them.';
COMMENT ON COLUMN account_link.not_merged IS 'Why it is shown only and makes no holder; null when both sides are one holder.';
COMMENT ON COLUMN account_link.by_admin IS 'True when the team sent the claim (adminClaim), for those who cannot sign; false when it carries the signature that the owner''s key gave for this receiver; null when a contract in between hides it, and for moves over the bridge.';
COMMENT ON COLUMN account_link.time IS 'Time of the block, UTC.';
COMMENT ON COLUMN account_link.transaction IS 'Hash of the transaction: on EVM networks its own, on Substrate networks that of the extrinsic (Blake2b-256 of its bytes, as explorers show it). Null for what no transaction did, and on Substrate networks for rewards, which would be most of all hashes.';
COMMENT ON COLUMN account_link.extrinsic IS 'Index of the extrinsic in its block (Substrate); null on EVM networks and for events of the block itself.';


CREATE TABLE block (
    network text NOT NULL,
    height bigint NOT NULL,
    hash bytea NOT NULL,
    parent_hash bytea NOT NULL,
    time timestamp(3) with time zone NOT NULL,
    spec_version integer,
    logs_proof text,
    events integer NOT NULL,
    CONSTRAINT pk_block PRIMARY KEY (network, height)
);
COMMENT ON TABLE block IS 'A block with indexed events, or one that lies above the finalized block and may still be replaced.';
COMMENT ON COLUMN block.network IS 'Name of the network.';
COMMENT ON COLUMN block.height IS 'Block number; genesis is 0.';
COMMENT ON COLUMN block.hash IS 'The 32-byte block hash.';
COMMENT ON COLUMN block.parent_hash IS 'The 32-byte hash of the block before.';
COMMENT ON COLUMN block.time IS 'Time of the block, UTC.';
COMMENT ON COLUMN block.spec_version IS 'The runtime version that executed it; null on EVM networks.';
COMMENT ON COLUMN block.logs_proof IS 'How its logs were proven; null where nobody asked for it (option verifyReceipts of EVM networks).';
COMMENT ON COLUMN block.events IS 'Indexed events of the block that were handled.';


CREATE TABLE bridge_check (
    network text NOT NULL,
    pool_id text NOT NULL,
    height bigint NOT NULL,
    l1_height bigint NOT NULL,
    escrow numeric(39,0) NOT NULL,
    supply numeric(39,0) NOT NULL,
    in_flight numeric(39,0) NOT NULL,
    difference numeric(39,0) GENERATED ALWAYS AS (escrow - supply - in_flight) STORED NOT NULL,
    checked_at timestamp(3) with time zone NOT NULL,
    CONSTRAINT pk_bridge_check PRIMARY KEY (network, pool_id, height, l1_height)
);
COMMENT ON TABLE bridge_check IS 'The books of both networks of a bridge compared at their finalized blocks: the vault''s shares in the escrow on the L1 must be those that exist on the L2 and those on their way. A row without a difference is the proof that it was compared.';
COMMENT ON COLUMN bridge_check.network IS 'Name of the L2.';
COMMENT ON COLUMN bridge_check.pool_id IS 'The pool of the bridged shares on the L2.';
COMMENT ON COLUMN bridge_check.height IS 'The height at which the L2 was read: its last finalized block that is indexed.';
COMMENT ON COLUMN bridge_check.l1_height IS 'The height at which the L1 was read: its last finalized block that is indexed.';
COMMENT ON COLUMN bridge_check.escrow IS 'Shares in the escrow on the L1.';
COMMENT ON COLUMN bridge_check.supply IS 'All shares on the L2.';
COMMENT ON COLUMN bridge_check.in_flight IS 'Shares on their way: what was sent on either network, less what arrived. Negative when what arrived was sent above the height at which the network of its sender was read.';
COMMENT ON COLUMN bridge_check.difference IS 'Escrow less supply less in flight: zero, unless shares came to the escrow otherwise than over the bridge, or events are missing. Computed by the database.';
COMMENT ON COLUMN bridge_check.checked_at IS 'When it was compared, UTC.';


CREATE TABLE bridge_failure (
    network text NOT NULL,
    from_height bigint NOT NULL,
    message_hash bytea NOT NULL,
    failed_height bigint NOT NULL,
    failed_time timestamp(3) with time zone NOT NULL,
    failed_transaction bytea NOT NULL,
    to_height bigint,
    CONSTRAINT pk_bridge_failure PRIMARY KEY (network, message_hash, from_height)
);
COMMENT ON TABLE bridge_failure IS 'A message of an OP stack chain that the messenger of this network could not relay (FailedRelayedMessage): what it carries has not arrived. Anybody may relay it again, and once that succeeds the bridge states the arrival.';
COMMENT ON COLUMN bridge_failure.network IS 'Name of the network.';
COMMENT ON COLUMN bridge_failure.from_height IS 'Height of the block at whose end this version became valid.';
COMMENT ON COLUMN bridge_failure.message_hash IS 'The hash of the message (MessageHash).';
COMMENT ON COLUMN bridge_failure.failed_height IS 'Height of the block in which it failed last.';
COMMENT ON COLUMN bridge_failure.failed_time IS 'Time of that block, UTC.';
COMMENT ON COLUMN bridge_failure.failed_transaction IS 'Hash of that transaction.';
COMMENT ON COLUMN bridge_failure.to_height IS 'Height of the block at whose end the next version replaced it; null while it is the current one.';


CREATE TABLE bridge_transfer (
    network text NOT NULL,
    from_height bigint NOT NULL,
    event_height bigint NOT NULL,
    event_index integer NOT NULL,
    direction text NOT NULL,
    side text NOT NULL,
    message bytea NOT NULL,
    number integer NOT NULL,
    token bytea NOT NULL,
    remote_token bytea NOT NULL,
    sender bytea NOT NULL,
    receiver bytea NOT NULL,
    amount numeric(39,0) NOT NULL,
    event_time timestamp(3) with time zone NOT NULL,
    transaction bytea NOT NULL,
    withdrawal_hash bytea,
    message_hash bytea,
    reward_index numeric(78,0),
    to_height bigint,
    CONSTRAINT pk_bridge_transfer PRIMARY KEY (network, event_height, event_index, from_height)
);
COMMENT ON TABLE bridge_transfer IS 'One side of a transfer over the bridge between Ethereum and Phala''s L2 (OP stack standard bridge). Each network keeps the side that happened on it: a transfer is the initiated side on one network and, once it arrived, the finalized side of the same direction and message on the other: that with the same message hash or, where either has none, the same number.';
COMMENT ON COLUMN bridge_transfer.network IS 'Name of the network.';
COMMENT ON COLUMN bridge_transfer.from_height IS 'Height of the block at whose end this version became valid.';
COMMENT ON COLUMN bridge_transfer.event_height IS 'Height of the block whose log stated it.';
COMMENT ON COLUMN bridge_transfer.event_index IS 'Index of that log in its block.';
COMMENT ON COLUMN bridge_transfer.direction IS 'Where it goes.';
COMMENT ON COLUMN bridge_transfer.side IS 'Which side of it happened on this network.';
COMMENT ON COLUMN bridge_transfer.message IS 'What is transferred, the same on both networks: Keccak-256 of the ABI encoding of the token on Ethereum, the token on the L2, sender, receiver, amount, and the hash of the extra data.';
COMMENT ON COLUMN bridge_transfer.number IS 'Counts the transfers of equal message on this network, from 1: where no messenger names them, the first to go is taken for the first to arrive.';
COMMENT ON COLUMN bridge_transfer.token IS 'The token on this network.';
COMMENT ON COLUMN bridge_transfer.remote_token IS 'The token on the other network.';
COMMENT ON COLUMN bridge_transfer.sender IS 'Who sent, on the network where the transfer was initiated.';
COMMENT ON COLUMN bridge_transfer.receiver IS 'Who receives, on the network where the transfer is finalized.';
COMMENT ON COLUMN bridge_transfer.amount IS 'How much, in units of 10^-18 of the token.';
COMMENT ON COLUMN bridge_transfer.event_time IS 'Time of the block, UTC.';
COMMENT ON COLUMN bridge_transfer.transaction IS 'Hash of the transaction.';
COMMENT ON COLUMN bridge_transfer.withdrawal_hash IS 'The hash by which a withdrawal is proven and finalized on Ethereum (MessagePassed, WithdrawalFinalized); null for deposits, and where no log of the same transaction states it.';
COMMENT ON COLUMN bridge_transfer.message_hash IS 'The hash by which the messenger of the receiving network relays it or states that it failed (CrossDomainMessenger.sol, hashCrossDomainMessageV1). It tells equal transfers apart. Null where no SentMessage, or on the finalized side no RelayedMessage, of the same transaction states it.';
COMMENT ON COLUMN bridge_transfer.reward_index IS 'The reward index of the vault at the event, in PHA times 10^36: what the shares earned on their way counts from it, or up to it. Null on the L2, where the vault is not.';
COMMENT ON COLUMN bridge_transfer.to_height IS 'Height of the block at whose end the next version replaced it; null while it is the current one.';


CREATE TABLE bridge_withdrawal (
    network text NOT NULL,
    from_height bigint NOT NULL,
    withdrawal_hash bytea NOT NULL,
    proven_height bigint,
    proven_time timestamp(3) with time zone,
    proven_transaction bytea,
    ready_time timestamp(3) with time zone,
    finalized_height bigint,
    finalized_time timestamp(3) with time zone,
    finalized_transaction bytea,
    succeeded boolean,
    to_height bigint,
    CONSTRAINT pk_bridge_withdrawal PRIMARY KEY (network, withdrawal_hash, from_height)
);
COMMENT ON TABLE bridge_withdrawal IS 'What Ethereum''s side of an OP stack chain (OptimismPortal) knows of a withdrawal: that it was proven, and that it was finalized.';
COMMENT ON COLUMN bridge_withdrawal.network IS 'Name of the network.';
COMMENT ON COLUMN bridge_withdrawal.from_height IS 'Height of the block at whose end this version became valid.';
COMMENT ON COLUMN bridge_withdrawal.withdrawal_hash IS 'The hash of the withdrawal, which the L2 states when it is initiated (MessagePassed).';
COMMENT ON COLUMN bridge_withdrawal.proven_height IS 'Height of the block of the last proof (WithdrawalProven); null when none is indexed.';
COMMENT ON COLUMN bridge_withdrawal.proven_time IS 'Time of that block, UTC.';
COMMENT ON COLUMN bridge_withdrawal.proven_transaction IS 'Hash of the transaction of the last proof.';
COMMENT ON COLUMN bridge_withdrawal.ready_time IS 'From when on it can be carried out, UTC: the last proof and the delay that the portal had then (proofMaturityDelaySeconds, or FINALIZATION_PERIOD_SECONDS of older ones). What else must hold, such as a dispute about the proof being settled, comes on top. Null when it is not proven, or the portal states no delay.';
COMMENT ON COLUMN bridge_withdrawal.finalized_height IS 'Height of the block in which it was carried out (WithdrawalFinalized); null while it waits.';
COMMENT ON COLUMN bridge_withdrawal.finalized_time IS 'Time of that block, UTC.';
COMMENT ON COLUMN bridge_withdrawal.finalized_transaction IS 'Hash of that transaction.';
COMMENT ON COLUMN bridge_withdrawal.succeeded IS 'Whether the call that it carries succeeded; null while it waits.';
COMMENT ON COLUMN bridge_withdrawal.to_height IS 'Height of the block at whose end the next version replaced it; null while it is the current one.';


CREATE TABLE chain_end (
    network text NOT NULL,
    from_height bigint NOT NULL,
    last_height bigint NOT NULL,
    ended_at timestamp(3) with time zone NOT NULL,
    balances_read boolean NOT NULL,
    to_height bigint,
    CONSTRAINT pk_chain_end PRIMARY KEY (network, last_height, from_height)
);
COMMENT ON TABLE chain_end IS 'That a parachain has ended and its holdings are closed. It holds from the height after the last block on.';
COMMENT ON COLUMN chain_end.network IS 'Name of the network.';
COMMENT ON COLUMN chain_end.from_height IS 'Height of the block at whose end this version became valid.';
COMMENT ON COLUMN chain_end.last_height IS 'Height of the last block.';
COMMENT ON COLUMN chain_end.ended_at IS 'Time of the last block, UTC.';
COMMENT ON COLUMN chain_end.balances_read IS 'Whether balances of accounts were read from the storage after the last block (System.Account, Assets.Account). Where no node listed them, what was claimed of them is a difference of its own.';
COMMENT ON COLUMN chain_end.to_height IS 'Height of the block at whose end the next version replaced it; null while it is the current one.';


CREATE TABLE claim (
    network text NOT NULL,
    height bigint NOT NULL,
    index integer NOT NULL,
    ordinal integer NOT NULL,
    kind text NOT NULL,
    contract bytea NOT NULL,
    claim_user bytea NOT NULL,
    free numeric(39,0) NOT NULL,
    staked_shares numeric(39,0) NOT NULL,
    staked_value numeric(39,0),
    receiver bytea NOT NULL,
    l2_receiver bytea,
    by_admin boolean,
    time timestamp(3) with time zone NOT NULL,
    transaction bytea,
    extrinsic integer,
    CONSTRAINT pk_claim PRIMARY KEY (network, height, index, ordinal)
);
COMMENT ON TABLE claim IS 'One claim of parachain assets on Ethereum: the end of a Substrate account''s holdings and the beginning of its receivers''. Source: Claimed and ClaimedAndBridged of the claim contracts (docs/chains/contracts.md, Claims).';
COMMENT ON COLUMN claim.network IS 'Name of the network.';
COMMENT ON COLUMN claim.height IS 'Height of the block.';
COMMENT ON COLUMN claim.index IS 'Index of the event in its block (Substrate) or of the log in its block (EVM); -1 for what came true with the block itself, before its first event, 2147483647 for what the end of the chain made of it.';
COMMENT ON COLUMN claim.ordinal IS 'Distinguishes several rows of one event, counted from 0.';
COMMENT ON COLUMN claim.kind IS 'Which parachain''s assets were claimed.';
COMMENT ON COLUMN claim.contract IS 'Address of the claim contract.';
COMMENT ON COLUMN claim.claim_user IS 'The claimant as the contract knows it: the first 20 bytes of the Substrate account id.';
COMMENT ON COLUMN claim.free IS 'PHA that was free on the parachain.';
COMMENT ON COLUMN claim.staked_shares IS 'Shares of the PHA vault that stand for the delegations.';
COMMENT ON COLUMN claim.staked_value IS 'The delegations in PHA at the price at which the contract''s shares were bought; null when the purchase was not indexed.';
COMMENT ON COLUMN claim.receiver IS 'Who received, on the network of the contract.';
COMMENT ON COLUMN claim.l2_receiver IS 'Who received the bridged shares on Phala''s L2; null when nothing was bridged.';
COMMENT ON COLUMN claim.by_admin IS 'True when the team sent it (adminClaim), for accounts that cannot sign; false when it carries a signature for its owner (claim); null when it came through another contract, whose input tells neither.';
COMMENT ON COLUMN claim.time IS 'Time of the block, UTC.';
COMMENT ON COLUMN claim.transaction IS 'Hash of the transaction: on EVM networks its own, on Substrate networks that of the extrinsic (Blake2b-256 of its bytes, as explorers show it). Null for what no transaction did, and on Substrate networks for rewards, which would be most of all hashes.';
COMMENT ON COLUMN claim.extrinsic IS 'Index of the extrinsic in its block (Substrate); null on EVM networks and for events of the block itself.';


CREATE TABLE claim_contract (
    network text NOT NULL,
    from_height bigint NOT NULL,
    contract bytea NOT NULL,
    assets numeric(39,0) NOT NULL,
    shares numeric(39,0) NOT NULL,
    to_height bigint,
    CONSTRAINT pk_claim_contract PRIMARY KEY (network, contract, from_height)
);
COMMENT ON TABLE claim_contract IS 'What a claim contract paid for the vault shares that it hands out: the frozen price of the migration.';
COMMENT ON COLUMN claim_contract.network IS 'Name of the network.';
COMMENT ON COLUMN claim_contract.from_height IS 'Height of the block at whose end this version became valid.';
COMMENT ON COLUMN claim_contract.contract IS 'Address of the claim contract.';
COMMENT ON COLUMN claim_contract.assets IS 'PHA that it deposited into the vault, in all.';
COMMENT ON COLUMN claim_contract.shares IS 'Shares that it got for them, in all.';
COMMENT ON COLUMN claim_contract.to_height IS 'Height of the block at whose end the next version replaced it; null while it is the current one.';


CREATE TABLE claim_funding (
    network text NOT NULL,
    height bigint NOT NULL,
    index integer NOT NULL,
    ordinal integer NOT NULL,
    kind text NOT NULL,
    contract bytea NOT NULL,
    free numeric(39,0) NOT NULL,
    staked numeric(39,0) NOT NULL,
    time timestamp(3) with time zone NOT NULL,
    transaction bytea,
    extrinsic integer,
    CONSTRAINT pk_claim_funding PRIMARY KEY (network, height, index, ordinal)
);
COMMENT ON TABLE claim_funding IS 'PHA and vault shares that were put into a claim contract for the claimants (Deposited).';
COMMENT ON COLUMN claim_funding.network IS 'Name of the network.';
COMMENT ON COLUMN claim_funding.height IS 'Height of the block.';
COMMENT ON COLUMN claim_funding.index IS 'Index of the event in its block (Substrate) or of the log in its block (EVM); -1 for what came true with the block itself, before its first event, 2147483647 for what the end of the chain made of it.';
COMMENT ON COLUMN claim_funding.ordinal IS 'Distinguishes several rows of one event, counted from 0.';
COMMENT ON COLUMN claim_funding.kind IS 'Whose claims it funds.';
COMMENT ON COLUMN claim_funding.contract IS 'Address of the claim contract.';
COMMENT ON COLUMN claim_funding.free IS 'PHA for free balances.';
COMMENT ON COLUMN claim_funding.staked IS 'The second argument of Deposited: the PHA or shares for delegations, as the contract states it.';
COMMENT ON COLUMN claim_funding.time IS 'Time of the block, UTC.';
COMMENT ON COLUMN claim_funding.transaction IS 'Hash of the transaction: on EVM networks its own, on Substrate networks that of the extrinsic (Blake2b-256 of its bytes, as explorers show it). Null for what no transaction did, and on Substrate networks for rewards, which would be most of all hashes.';
COMMENT ON COLUMN claim_funding.extrinsic IS 'Index of the extrinsic in its block (Substrate); null on EVM networks and for events of the block itself.';


CREATE TABLE collective_member (
    network text NOT NULL,
    from_height bigint NOT NULL,
    body text NOT NULL,
    account bytea NOT NULL,
    role text NOT NULL,
    backing numeric(39,0) NOT NULL,
    to_height bigint,
    CONSTRAINT pk_collective_member PRIMARY KEY (network, body, account, from_height)
);
COMMENT ON TABLE collective_member IS 'A seat or candidacy of an account. Its versions tell who sat when.';
COMMENT ON COLUMN collective_member.network IS 'Name of the network.';
COMMENT ON COLUMN collective_member.from_height IS 'Height of the block at whose end this version became valid.';
COMMENT ON COLUMN collective_member.body IS 'The body.';
COMMENT ON COLUMN collective_member.account IS 'The account.';
COMMENT ON COLUMN collective_member.role IS 'What it is there.';
COMMENT ON COLUMN collective_member.backing IS 'PHA that backed it in its election; zero while it was in none.';
COMMENT ON COLUMN collective_member.to_height IS 'Height of the block at whose end the next version replaced it; null while it is the current one.';


CREATE TABLE cursor (
    network text NOT NULL,
    height bigint NOT NULL,
    hash bytea NOT NULL,
    time timestamp(3) with time zone NOT NULL,
    events bigint NOT NULL,
    entries bigint NOT NULL,
    finalized_height bigint NOT NULL,
    CONSTRAINT pk_cursor PRIMARY KEY (network)
);
COMMENT ON TABLE cursor IS 'How far a network is indexed. It moves in the transaction that writes the blocks up to it.';
COMMENT ON COLUMN cursor.network IS 'Name of the network.';
COMMENT ON COLUMN cursor.height IS 'Height of the last indexed block.';
COMMENT ON COLUMN cursor.hash IS 'Hash of that block.';
COMMENT ON COLUMN cursor.time IS 'Time of that block, UTC.';
COMMENT ON COLUMN cursor.events IS 'Events handled so far.';
COMMENT ON COLUMN cursor.entries IS 'Ledger rows written so far.';
COMMENT ON COLUMN cursor.finalized_height IS 'Height up to which the indexed blocks are final; the one before the first indexed block while none is.';


CREATE TABLE delegation_nft (
    network text NOT NULL,
    from_height bigint NOT NULL,
    collection_id bigint NOT NULL,
    nft_id bigint NOT NULL,
    pool_id text NOT NULL,
    owner bytea NOT NULL,
    withdrawal_of bytea,
    minted_at timestamp(3) with time zone NOT NULL,
    queued_at timestamp(3) with time zone,
    shares numeric(39,0) NOT NULL,
    to_height bigint,
    CONSTRAINT pk_delegation_nft PRIMARY KEY (network, collection_id, nft_id, from_height)
);
COMMENT ON TABLE delegation_nft IS 'An NFT of a pool''s collection. On the parachains these are the delegations: the shares of an account are the stake-info of its NFTs, and each withdrawal in the queue is an NFT of the base pool account.';
COMMENT ON COLUMN delegation_nft.network IS 'Name of the network.';
COMMENT ON COLUMN delegation_nft.from_height IS 'Height of the block at whose end this version became valid.';
COMMENT ON COLUMN delegation_nft.collection_id IS 'The RMRK collection.';
COMMENT ON COLUMN delegation_nft.nft_id IS 'The number of the NFT in its collection.';
COMMENT ON COLUMN delegation_nft.pool_id IS 'The pool whose collection it is.';
COMMENT ON COLUMN delegation_nft.owner IS 'The account that holds the NFT; the base pool account for a queued withdrawal.';
COMMENT ON COLUMN delegation_nft.withdrawal_of IS 'For a queued withdrawal, the account that will be paid; else null.';
COMMENT ON COLUMN delegation_nft.minted_at IS 'Time of its minting, UTC, in whole seconds as the chain keeps it. Each contribution mints the NFT of an account anew.';
COMMENT ON COLUMN delegation_nft.queued_at IS 'For a queued withdrawal, the time at which it entered the queue, UTC, in whole seconds; else null.';
COMMENT ON COLUMN delegation_nft.shares IS 'Shares, from the property stake-info.';
COMMENT ON COLUMN delegation_nft.to_height IS 'Height of the block at whose end the next version replaced it; null while it is the current one.';


CREATE TABLE disagreement (
    network text NOT NULL,
    height bigint NOT NULL,
    subject text NOT NULL,
    refused text NOT NULL,
    taken text NOT NULL,
    taken_answer text NOT NULL,
    refused_answer text NOT NULL,
    seen_at timestamp(3) with time zone NOT NULL,
    CONSTRAINT pk_disagreement PRIMARY KEY (network, height, subject, refused)
);
COMMENT ON TABLE disagreement IS 'Two endpoints of a network answered the same question about a block differently, and one of the answers can be shown to be wrong: it was not taken.';
COMMENT ON COLUMN disagreement.network IS 'Name of the network.';
COMMENT ON COLUMN disagreement.height IS 'Height of the block.';
COMMENT ON COLUMN disagreement.subject IS 'What was asked for, for example eth_getLogs.';
COMMENT ON COLUMN disagreement.refused IS 'Host of the endpoint that was not.';
COMMENT ON COLUMN disagreement.taken IS 'Host of the endpoint that was believed.';
COMMENT ON COLUMN disagreement.taken_answer IS 'What it said, in a few words.';
COMMENT ON COLUMN disagreement.refused_answer IS 'What it said.';
COMMENT ON COLUMN disagreement.seen_at IS 'When it was first seen, UTC.';


CREATE TABLE election_vote (
    network text NOT NULL,
    from_height bigint NOT NULL,
    voter bytea NOT NULL,
    candidates text NOT NULL,
    stake numeric(39,0) NOT NULL,
    to_height bigint,
    CONSTRAINT pk_election_vote PRIMARY KEY (network, voter, from_height)
);
COMMENT ON TABLE election_vote IS 'A standing vote in the council''s elections (PhragmenElection.vote); it counts in every election until it is changed or removed.';
COMMENT ON COLUMN election_vote.network IS 'Name of the network.';
COMMENT ON COLUMN election_vote.from_height IS 'Height of the block at whose end this version became valid.';
COMMENT ON COLUMN election_vote.voter IS 'The voter.';
COMMENT ON COLUMN election_vote.candidates IS 'Those it approves of, in its order of preference: their account ids as 0x and hexadecimal, separated by commas.';
COMMENT ON COLUMN election_vote.stake IS 'PHA that stands behind it.';
COMMENT ON COLUMN election_vote.to_height IS 'Height of the block at whose end the next version replaced it; null while it is the current one.';


CREATE TABLE holder_account (
    address bytea NOT NULL,
    holder bytea NOT NULL,
    holder_id bytea NOT NULL,
    display text NOT NULL,
    CONSTRAINT pk_holder_account PRIMARY KEY (address)
);
COMMENT ON TABLE holder_account IS 'Which holder an address belongs to. Derived from the accounts and account links, and never versioned.';
COMMENT ON COLUMN holder_account.address IS 'The address: a Substrate account id or an EVM account.';
COMMENT ON COLUMN holder_account.holder IS 'The holder, by its main address: of all addresses linked with it, directly or through others, the Substrate account of HolderId when it is known, else the smallest Substrate account, else the smallest EVM account.';
COMMENT ON COLUMN holder_account.holder_id IS 'What tells the holder from others whatever else becomes known of it: the 20 bytes by which its first claim names its Substrate account, or the first 20 bytes of its address when it has no claim. Of holders that become one, that of the earlier claim stays.';
COMMENT ON COLUMN holder_account.display IS 'The address as people write it: SS58 with prefix 30 for a Substrate account, EIP-55 for an EVM account.';


CREATE TABLE identity (
    network text NOT NULL,
    from_height bigint NOT NULL,
    account bytea NOT NULL,
    display text,
    legal text,
    web text,
    email text,
    twitter text,
    riot text,
    judgements text NOT NULL,
    is_set boolean NOT NULL,
    parent bytea,
    sub_name text,
    search_text text NOT NULL,
    changed_time timestamp(3) with time zone NOT NULL,
    to_height bigint,
    CONSTRAINT pk_identity PRIMARY KEY (network, account, from_height)
);
COMMENT ON TABLE identity IS 'Whom an account of a parachain says it belongs to (pallet identity): data of its own, or a name below that of another account. Texts are as their owner wrote them, which proves nothing; what registrars think of them is in the judgements. Bytes that are no text are hexadecimal digits after 0x; of data of which the chain has only the hash, it is the name of the hash with its digits.';
COMMENT ON COLUMN identity.network IS 'Name of the network.';
COMMENT ON COLUMN identity.from_height IS 'Height of the block at whose end this version became valid.';
COMMENT ON COLUMN identity.account IS 'The account.';
COMMENT ON COLUMN identity.display IS 'Name by which it wants to be known; null when it states none.';
COMMENT ON COLUMN identity.legal IS 'Full legal name.';
COMMENT ON COLUMN identity.web IS 'Web site.';
COMMENT ON COLUMN identity.email IS 'E-mail address.';
COMMENT ON COLUMN identity.twitter IS 'Account of X, formerly Twitter.';
COMMENT ON COLUMN identity.riot IS 'Account of Matrix, formerly Riot.';
COMMENT ON COLUMN identity.judgements IS 'The judgements, as registrar:JUDGEMENT, separated by commas and ordered by registrar; empty without any.';
COMMENT ON COLUMN identity.is_set IS 'Whether it has set data of its own, be it empty.';
COMMENT ON COLUMN identity.parent IS 'The account whose sub-account it is; null when it is none''s.';
COMMENT ON COLUMN identity.sub_name IS 'Its name below that of its parent.';
COMMENT ON COLUMN identity.search_text IS 'Display name and name below the parent, one a line, in lower case by the rules of Unicode: what a search looks in.';
COMMENT ON COLUMN identity.changed_time IS 'Time of the block that changed it last, UTC.';
COMMENT ON COLUMN identity.to_height IS 'Height of the block at whose end the next version replaced it; null while it is the current one.';


CREATE TABLE identity_registrar (
    network text NOT NULL,
    from_height bigint NOT NULL,
    registrar_id integer NOT NULL,
    registrar bytea NOT NULL,
    to_height bigint,
    CONSTRAINT pk_identity_registrar PRIMARY KEY (network, registrar_id, from_height)
);
COMMENT ON TABLE identity_registrar IS 'Who judges identities on a parachain (pallet identity).';
COMMENT ON COLUMN identity_registrar.network IS 'Name of the network.';
COMMENT ON COLUMN identity_registrar.from_height IS 'Height of the block at whose end this version became valid.';
COMMENT ON COLUMN identity_registrar.registrar_id IS 'Its number, by which judgements name it.';
COMMENT ON COLUMN identity_registrar.registrar IS 'Its account.';
COMMENT ON COLUMN identity_registrar.to_height IS 'Height of the block at whose end the next version replaced it; null while it is the current one.';


CREATE TABLE index_change (
    sequence bigint GENERATED ALWAYS AS IDENTITY,
    network text NOT NULL,
    op text NOT NULL,
    from_height bigint NOT NULL,
    to_height bigint NOT NULL,
    hash bytea,
    committed_at timestamp(3) with time zone NOT NULL DEFAULT (now()),
    CONSTRAINT pk_index_change PRIMARY KEY (sequence)
);
COMMENT ON TABLE index_change IS 'One step of the index: a range of blocks of a network was added, retracted or became final. The steps of all networks have one order, in which they became visible; the steps of the last days are kept.';
COMMENT ON COLUMN index_change.sequence IS 'Place in the order of all steps, ascending; numbers may be left out.';
COMMENT ON COLUMN index_change.network IS 'Name of the network.';
COMMENT ON COLUMN index_change.op IS 'What happened to the blocks.';
COMMENT ON COLUMN index_change.from_height IS 'Height of the first block of the range.';
COMMENT ON COLUMN index_change.to_height IS 'Height of the last block of the range.';
COMMENT ON COLUMN index_change.hash IS 'Hash of the last block of the range; null when its header is not kept.';
COMMENT ON COLUMN index_change.committed_at IS 'When it was committed, UTC by the clock of the database.';


CREATE TABLE ingestion_status (
    network text NOT NULL,
    state text NOT NULL,
    reason text,
    since timestamp(3) with time zone NOT NULL,
    next_try_at timestamp(3) with time zone,
    head_height bigint,
    finalized_height bigint,
    updated_at timestamp(3) with time zone NOT NULL,
    CONSTRAINT pk_ingestion_status PRIMARY KEY (network)
);
COMMENT ON TABLE ingestion_status IS 'What the ingestion of a network is doing.';
COMMENT ON COLUMN ingestion_status.network IS 'Name of the network.';
COMMENT ON COLUMN ingestion_status.state IS 'What it is doing.';
COMMENT ON COLUMN ingestion_status.reason IS 'Why it waits or stopped, in one line; null otherwise.';
COMMENT ON COLUMN ingestion_status.since IS 'Since when it does that, UTC.';
COMMENT ON COLUMN ingestion_status.next_try_at IS 'When what it waits for is tried next, UTC; null unless it waits.';
COMMENT ON COLUMN ingestion_status.head_height IS 'The chain''s best block as last seen; null before the first answer.';
COMMENT ON COLUMN ingestion_status.finalized_height IS 'The chain''s finalized block as last seen; null before the first answer.';
COMMENT ON COLUMN ingestion_status.updated_at IS 'When its process last gave a sign of life, UTC; it does so every quarter of a minute until it ends.';


CREATE TABLE job (
    name text NOT NULL,
    description text NOT NULL,
    schedule text NOT NULL,
    state text,
    started_at timestamp(3) with time zone,
    duration_milliseconds bigint,
    result text,
    failure text,
    next_at timestamp(3) with time zone,
    CONSTRAINT pk_job PRIMARY KEY (name)
);
COMMENT ON TABLE job IS 'A job that comes again and again beside the ingestion, with its last run.';
COMMENT ON COLUMN job.name IS 'Its name.';
COMMENT ON COLUMN job.description IS 'What it does.';
COMMENT ON COLUMN job.schedule IS 'When it runs: minute, hour, day of the month, month and day of the week in UTC, as in cron.';
COMMENT ON COLUMN job.state IS 'How its last run stands; null before the first.';
COMMENT ON COLUMN job.started_at IS 'When its last run began, UTC; null before the first.';
COMMENT ON COLUMN job.duration_milliseconds IS 'How long its last run took, in milliseconds; null while it runs, and when it was killed.';
COMMENT ON COLUMN job.result IS 'What its last finished run did, in a few words; null before.';
COMMENT ON COLUMN job.failure IS 'Why its last run failed, in one line; null unless it did.';
COMMENT ON COLUMN job.next_at IS 'When it runs next, UTC; null while no process runs jobs for the first time.';


CREATE TABLE migration_entry (
    network text NOT NULL,
    height bigint NOT NULL,
    index integer NOT NULL,
    ordinal integer NOT NULL,
    account bytea NOT NULL,
    kind text NOT NULL,
    leg text NOT NULL,
    pool_id text,
    shares numeric(39,0) NOT NULL,
    amount numeric(39,0) NOT NULL,
    cost numeric(39,0) NOT NULL,
    time timestamp(3) with time zone NOT NULL,
    transaction bytea,
    extrinsic integer,
    CONSTRAINT pk_migration_entry PRIMARY KEY (network, height, index, ordinal)
);
COMMENT ON TABLE migration_entry IS 'One holding that a parachain''s end closed: what an account had in one form after the last block, at the price of that block. The sum of an account''s entries is what it can claim; the sum of all is what the chain owed.';
COMMENT ON COLUMN migration_entry.network IS 'Name of the network.';
COMMENT ON COLUMN migration_entry.height IS 'Height of the block.';
COMMENT ON COLUMN migration_entry.index IS 'Index of the event in its block (Substrate) or of the log in its block (EVM); -1 for what came true with the block itself, before its first event, 2147483647 for what the end of the chain made of it.';
COMMENT ON COLUMN migration_entry.ordinal IS 'Distinguishes several rows of one event, counted from 0.';
COMMENT ON COLUMN migration_entry.account IS 'The account; of rounding the account of the pool.';
COMMENT ON COLUMN migration_entry.kind IS 'The form in which the account had it.';
COMMENT ON COLUMN migration_entry.leg IS 'The side of the claim on which it is expected, by configuration.';
COMMENT ON COLUMN migration_entry.pool_id IS 'The pool; null for what lay on the account itself.';
COMMENT ON COLUMN migration_entry.shares IS 'Shares of the pool; zero for what is not held in shares.';
COMMENT ON COLUMN migration_entry.amount IS 'PHA: the shares at the pool''s last price, rounded down, or the balance. Negative for rounding only.';
COMMENT ON COLUMN migration_entry.cost IS 'Cost basis of the shares or of the wrapped PHA, in PHA, which the claim carries on; zero for rewards and for what no claim turns into shares.';
COMMENT ON COLUMN migration_entry.time IS 'Time of the block, UTC.';
COMMENT ON COLUMN migration_entry.transaction IS 'Hash of the transaction: on EVM networks its own, on Substrate networks that of the extrinsic (Blake2b-256 of its bytes, as explorers show it). Null for what no transaction did, and on Substrate networks for rewards, which would be most of all hashes.';
COMMENT ON COLUMN migration_entry.extrinsic IS 'Index of the extrinsic in its block (Substrate); null on EVM networks and for events of the block itself.';


CREATE TABLE network (
    name text NOT NULL,
    kind text NOT NULL,
    genesis_hash bytea,
    chain_id bigint,
    l1 text,
    space text,
    start_block bigint NOT NULL,
    last_block bigint,
    CONSTRAINT pk_network PRIMARY KEY (name)
);
COMMENT ON TABLE network IS 'A network that is or was indexed into this database, with what identifies its chain.';
COMMENT ON COLUMN network.name IS 'Its name: khala, phala, ethereum, phala-l2, or as configured. The key of everything else.';
COMMENT ON COLUMN network.kind IS 'The kind of its chain.';
COMMENT ON COLUMN network.genesis_hash IS 'Hash of the genesis block (Substrate); null on EVM networks.';
COMMENT ON COLUMN network.chain_id IS 'The EIP-155 chain id (EVM); null on Substrate networks.';
COMMENT ON COLUMN network.l1 IS 'Name of the network on which this one settles, when it is an L2 (OP stack); null on others.';
COMMENT ON COLUMN network.space IS 'The id of the space (Snapshot); null on networks that are chains.';
COMMENT ON COLUMN network.start_block IS 'The first block that is indexed.';
COMMENT ON COLUMN network.last_block IS 'The last block of a chain that has ended; null while it goes on.';


CREATE TABLE network_day (
    network text NOT NULL,
    end_time timestamp(3) with time zone NOT NULL,
    height bigint NOT NULL,
    staked numeric(39,0) NOT NULL,
    rewards_to_stakers numeric(39,0) NOT NULL,
    rewards_to_owners numeric(39,0) NOT NULL,
    pools integer NOT NULL,
    workers integer NOT NULL,
    delegators integer NOT NULL,
    CONSTRAINT pk_network_day PRIMARY KEY (network, end_time)
);
COMMENT ON TABLE network_day IS 'How a network stood at the end of a day of UTC that can never be taken back: a job keeps it, so that histories of years need not read every pool at every day. It follows from the ledger alone, and is the same whenever it is computed.';
COMMENT ON COLUMN network_day.network IS 'Name of the network.';
COMMENT ON COLUMN network_day.end_time IS 'The end of the day, which does not belong to it: the midnight after it, UTC.';
COMMENT ON COLUMN network_day.height IS 'Height of the last block before it of which something is indexed.';
COMMENT ON COLUMN network_day.staked IS 'PHA at stake: the value of all stake pools, and what lies free in vaults, whose delegations are in the stake pools already; of the PHA vault its total assets, shares on the L2 included.';
COMMENT ON COLUMN network_day.rewards_to_stakers IS 'All rewards of delegators so far, in PHA: what the chain paid to shares, less what owners of vaults took of it.';
COMMENT ON COLUMN network_day.rewards_to_owners IS 'All commission of owners of pools and vaults so far, in PHA.';
COMMENT ON COLUMN network_day.pools IS 'Pools and vaults that exist.';
COMMENT ON COLUMN network_day.workers IS 'Workers in stake pools.';
COMMENT ON COLUMN network_day.delegators IS 'Accounts with shares. Pools that delegate and contracts that pay claims hold what is others'', and do not count.';


CREATE TABLE pool (
    network text NOT NULL,
    id text NOT NULL,
    kind text NOT NULL,
    pid bigint,
    owner bytea,
    account bytea NOT NULL,
    reward_account bytea,
    stake_account bytea,
    collection_id bigint,
    height bigint NOT NULL,
    time timestamp(3) with time zone NOT NULL,
    CONSTRAINT pk_pool PRIMARY KEY (network, id)
);
COMMENT ON TABLE pool IS 'A stake pool, a vault of a parachain, or the PHA vault on Ethereum: what never changes of it.';
COMMENT ON COLUMN pool.network IS 'Name of the network.';
COMMENT ON COLUMN pool.id IS 'The pid as decimal text on parachains (stake pools and vaults share one numbering), the contract address on EVM chains.';
COMMENT ON COLUMN pool.kind IS 'What it is.';
COMMENT ON COLUMN pool.pid IS 'The pid on parachains; null on EVM chains.';
COMMENT ON COLUMN pool.owner IS 'The owner at creation; null on EVM chains.';
COMMENT ON COLUMN pool.account IS 'The account that holds the pool''s own assets: the pool account of the pallet, or the contract. A stake pool of the first version has its number and owner in it, but no assets.';
COMMENT ON COLUMN pool.reward_account IS 'The account in which a stake pool of a parachain keeps its owner''s commission; null for other pools.';
COMMENT ON COLUMN pool.stake_account IS 'The account in which a stake pool of a parachain keeps the stake of its workers; null for other pools.';
COMMENT ON COLUMN pool.collection_id IS 'The RMRK collection of the pool''s delegation NFTs; null on EVM chains and for stake pools of the first version.';
COMMENT ON COLUMN pool.height IS 'Height of the block that created it, or that first named it.';
COMMENT ON COLUMN pool.time IS 'Time of that block, UTC.';


CREATE TABLE pool_state (
    network text NOT NULL,
    from_height bigint NOT NULL,
    pool_id text NOT NULL,
    owner bytea,
    total_value numeric(39,0) NOT NULL,
    total_shares numeric(39,0) NOT NULL,
    withdrawing_shares numeric(39,0) NOT NULL,
    unlocking_value numeric(39,0) NOT NULL,
    bridged_shares numeric(39,0) NOT NULL,
    bridged_cost numeric(39,0) NOT NULL,
    backing_pool_id text,
    free_value numeric(39,0) NOT NULL,
    commission integer,
    capacity numeric(39,0),
    owner_reward numeric(39,0) NOT NULL,
    owner_shares numeric(39,0) NOT NULL,
    last_checkpoint_price numeric(39,0),
    worker_count integer NOT NULL,
    idle_worker_shares numeric(39,0) NOT NULL,
    whitelist_enabled boolean NOT NULL,
    is_shut_down boolean NOT NULL,
    reward_index numeric(78,0) NOT NULL,
    reward_accumulator numeric(78,0),
    moved_collection_id bigint,
    is_moving boolean NOT NULL,
    rewards_to_owner numeric(39,0) NOT NULL,
    rewards_to_stakers numeric(39,0) NOT NULL,
    to_height bigint,
    CONSTRAINT pk_pool_state PRIMARY KEY (network, pool_id, from_height)
);
COMMENT ON TABLE pool_state IS 'What changes of a pool: its value, shares, terms and reward counters.';
COMMENT ON COLUMN pool_state.network IS 'Name of the network.';
COMMENT ON COLUMN pool_state.from_height IS 'Height of the block at whose end this version became valid.';
COMMENT ON COLUMN pool_state.pool_id IS 'The pool.';
COMMENT ON COLUMN pool_state.owner IS 'The current owner; null on EVM chains.';
COMMENT ON COLUMN pool_state.total_value IS 'Value of all shares in PHA: free value plus stake in workers (stake pool), plus own delegations (vault), totalAssets at the last checkpoint (PHA vault).';
COMMENT ON COLUMN pool_state.total_shares IS 'All shares, queued ones included.';
COMMENT ON COLUMN pool_state.withdrawing_shares IS 'Shares that wait in the withdrawal queue.';
COMMENT ON COLUMN pool_state.unlocking_value IS 'PHA that left the shares of the PHA vault and waits for its unlock period.';
COMMENT ON COLUMN pool_state.bridged_shares IS 'Those of all shares of the PHA vault that lie in the escrow of the bridge to Phala''s L2: they are nobody''s position here, but of those who hold them there.';
COMMENT ON COLUMN pool_state.bridged_cost IS 'Cost basis of the shares in the escrow, in PHA; shares that come back take their proportional part of it.';
COMMENT ON COLUMN pool_state.backing_pool_id IS 'The pool on the L1 whose shares those of this pool are (the remote token that the bridge states with every transfer): it has their price. Null for pools that have a value of their own.';
COMMENT ON COLUMN pool_state.free_value IS 'PHA in the pool that is invested in nothing, from which withdrawals are paid; zero on EVM chains.';
COMMENT ON COLUMN pool_state.commission IS 'The owner''s commission in parts per million; null while none was set.';
COMMENT ON COLUMN pool_state.capacity IS 'The most PHA a stake pool accepts; null when unlimited.';
COMMENT ON COLUMN pool_state.owner_reward IS 'Commission of a stake pool that its owner has not withdrawn yet, in PHA.';
COMMENT ON COLUMN pool_state.owner_shares IS 'Commission shares of a vault that its owner has not claimed yet; the vault''s own account holds them.';
COMMENT ON COLUMN pool_state.last_checkpoint_price IS 'Share price of a vault when its owner last gained shares, in PHA per share times 10^18; commission is due above it.';
COMMENT ON COLUMN pool_state.worker_count IS 'Workers of a stake pool.';
COMMENT ON COLUMN pool_state.idle_worker_shares IS 'The shares (WorkerShares) of its idle workers in the budget of the chain; zero for other pools.';
COMMENT ON COLUMN pool_state.whitelist_enabled IS 'Whether only listed accounts may delegate.';
COMMENT ON COLUMN pool_state.is_shut_down IS 'Whether a vault was shut down by force (PhalaVault.ForceShutdown).';
COMMENT ON COLUMN pool_state.reward_index IS 'Cumulative reward of one share, in PHA times 10^36.';
COMMENT ON COLUMN pool_state.reward_accumulator IS 'The chain''s own cumulative reward of one share (reward_acc of PhalaStakePool), as bits of U64F64, of a stake pool of the first version, whose rewards wait beside the shares until they are claimed; null for other pools, whose rewards add to their value.';
COMMENT ON COLUMN pool_state.moved_collection_id IS 'The RMRK collection of a pool that began as a stake pool of the first version, since the move to the second told it; null for others, whose collection never changes (CollectionId).';
COMMENT ON COLUMN pool_state.is_moving IS 'Whether a stake pool is on its way from the first version to the second: from the first step of the network''s move, when its free value and commission become wrapped PHA, to the step after which all delegations are NFTs.';
COMMENT ON COLUMN pool_state.rewards_to_owner IS 'All rewards of the owner so far, in PHA.';
COMMENT ON COLUMN pool_state.rewards_to_stakers IS 'All rewards of the holders of shares so far, commission deducted, in PHA.';
COMMENT ON COLUMN pool_state.to_height IS 'Height of the block at whose end the next version replaced it; null while it is the current one.';


CREATE TABLE position (
    network text NOT NULL,
    from_height bigint NOT NULL,
    pool_id text NOT NULL,
    account bytea NOT NULL,
    shares numeric(39,0) NOT NULL,
    withdrawing_shares numeric(39,0) NOT NULL,
    unlocking_value numeric(39,0) NOT NULL,
    cost numeric(39,0) NOT NULL,
    reward_index numeric(78,0) NOT NULL,
    accrued_reward numeric(39,0) NOT NULL,
    available_reward numeric(39,0) NOT NULL,
    reward_debt numeric(39,0) NOT NULL,
    to_height bigint,
    CONSTRAINT pk_position PRIMARY KEY (network, pool_id, account, from_height)
);
COMMENT ON TABLE position IS 'What one account has in one pool.';
COMMENT ON COLUMN position.network IS 'Name of the network.';
COMMENT ON COLUMN position.from_height IS 'Height of the block at whose end this version became valid.';
COMMENT ON COLUMN position.pool_id IS 'The pool.';
COMMENT ON COLUMN position.account IS 'The account.';
COMMENT ON COLUMN position.shares IS 'Shares, queued ones included.';
COMMENT ON COLUMN position.withdrawing_shares IS 'The part of the shares that waits in the withdrawal queue.';
COMMENT ON COLUMN position.unlocking_value IS 'PHA that left the shares and waits for its unlock period (PHA vault).';
COMMENT ON COLUMN position.cost IS 'Cost basis of the shares in PHA.';
COMMENT ON COLUMN position.reward_index IS 'The pool''s reward index when the position last changed, in PHA times 10^36.';
COMMENT ON COLUMN position.accrued_reward IS 'What the position earned until it last changed, in PHA; shares times the growth of the pool''s index come on top.';
COMMENT ON COLUMN position.available_reward IS 'Rewards of a stake pool of the first version that were settled and wait to be claimed, in PHA (available_rewards of PhalaStakePool); what the accumulator of the pool added since comes on top.';
COMMENT ON COLUMN position.reward_debt IS 'What the accumulator of a stake pool of the first version had given to the shares when they were last settled, in PHA (reward_debt of PhalaStakePool).';
COMMENT ON COLUMN position.to_height IS 'Height of the block at whose end the next version replaced it; null while it is the current one.';


CREATE TABLE preimage (
    network text NOT NULL,
    from_height bigint NOT NULL,
    hash text NOT NULL,
    data bytea NOT NULL,
    call text,
    to_height bigint,
    CONSTRAINT pk_preimage PRIMARY KEY (network, hash, from_height)
);
COMMENT ON TABLE preimage IS 'What the chain was given in full for a hash: a call that proposals name by its hash, or the text behind their metadata. It stays known when the chain forgets it.';
COMMENT ON COLUMN preimage.network IS 'Name of the network.';
COMMENT ON COLUMN preimage.from_height IS 'Height of the block at whose end this version became valid.';
COMMENT ON COLUMN preimage.hash IS 'The hash (BLAKE2b-256), 0x and hexadecimal.';
COMMENT ON COLUMN preimage.data IS 'The bytes.';
COMMENT ON COLUMN preimage.call IS 'The call as JSON: pallet, call and arguments; null when the bytes are no call.';
COMMENT ON COLUMN preimage.to_height IS 'Height of the block at whose end the next version replaced it; null while it is the current one.';


CREATE TABLE proposal (
    network text NOT NULL,
    id text NOT NULL,
    system text NOT NULL,
    native_id text NOT NULL,
    space text,
    proposer bytea,
    source_time timestamp(3) with time zone,
    height bigint NOT NULL,
    index integer NOT NULL,
    ordinal integer NOT NULL,
    time timestamp(3) with time zone NOT NULL,
    transaction bytea,
    extrinsic integer,
    CONSTRAINT pk_proposal PRIMARY KEY (network, id)
);
COMMENT ON TABLE proposal IS 'One proposal of any governance system. What changes of it stands in ProposalState and ProposalText, its course in ProposalEvent.';
COMMENT ON COLUMN proposal.network IS 'Name of the network.';
COMMENT ON COLUMN proposal.id IS 'Its id within the network: the system and the native id, for example referendum/77, council/197, tip/0x12…, governor/0xab…/123 or snapshot/0x98….';
COMMENT ON COLUMN proposal.system IS 'The governance system.';
COMMENT ON COLUMN proposal.native_id IS 'The id that the system itself gives it: a number, a hash, or parent and number of a child bounty (3/1).';
COMMENT ON COLUMN proposal.space IS 'Where in the network it was made: the contract (Governor) or the space (Snapshot); null for pallets, of which a network has one each.';
COMMENT ON COLUMN proposal.proposer IS 'Who made it; null when the chain does not say.';
COMMENT ON COLUMN proposal.source_time IS 'When its source says that it was made, UTC; null where the time of the block says it.';
COMMENT ON COLUMN proposal.height IS 'Height of the block.';
COMMENT ON COLUMN proposal.index IS 'Index of the event in its block (Substrate) or of the log in its block (EVM); -1 for what came true with the block itself, before its first event, 2147483647 for what the end of the chain made of it.';
COMMENT ON COLUMN proposal.ordinal IS 'Distinguishes several rows of one event, counted from 0.';
COMMENT ON COLUMN proposal.time IS 'Time of the block, UTC.';
COMMENT ON COLUMN proposal.transaction IS 'Hash of the transaction: on EVM networks its own, on Substrate networks that of the extrinsic (Blake2b-256 of its bytes, as explorers show it). Null for what no transaction did, and on Substrate networks for rewards, which would be most of all hashes.';
COMMENT ON COLUMN proposal.extrinsic IS 'Index of the extrinsic in its block (Substrate); null on EVM networks and for events of the block itself.';


CREATE TABLE proposal_choice (
    network text NOT NULL,
    from_height bigint NOT NULL,
    proposal_id text NOT NULL,
    choice integer NOT NULL,
    label text NOT NULL,
    weight numeric(39,0) NOT NULL,
    stated_weight numeric(39,0),
    to_height bigint,
    CONSTRAINT pk_proposal_choice PRIMARY KEY (network, proposal_id, choice, from_height)
);
COMMENT ON TABLE proposal_choice IS 'One of the choices that a proposal offers when they are not simply aye, nay and abstain (Snapshot).';
COMMENT ON COLUMN proposal_choice.network IS 'Name of the network.';
COMMENT ON COLUMN proposal_choice.from_height IS 'Height of the block at whose end this version became valid.';
COMMENT ON COLUMN proposal_choice.proposal_id IS 'The proposal.';
COMMENT ON COLUMN proposal_choice.choice IS 'Its number, counted from 1 as Snapshot does.';
COMMENT ON COLUMN proposal_choice.label IS 'Its text.';
COMMENT ON COLUMN proposal_choice.weight IS 'The weight on it as our sum of the votes by the rule of the proposal''s voting type.';
COMMENT ON COLUMN proposal_choice.stated_weight IS 'The weight on it as the source states it; null while it does not.';
COMMENT ON COLUMN proposal_choice.to_height IS 'Height of the block at whose end the next version replaced it; null while it is the current one.';


CREATE TABLE proposal_event (
    network text NOT NULL,
    height bigint NOT NULL,
    index integer NOT NULL,
    ordinal integer NOT NULL,
    proposal_id text NOT NULL,
    kind text NOT NULL,
    status text NOT NULL,
    account bytea,
    amount numeric(39,0),
    error text,
    time timestamp(3) with time zone NOT NULL,
    transaction bytea,
    extrinsic integer,
    CONSTRAINT pk_proposal_event PRIMARY KEY (network, height, index, ordinal)
);
COMMENT ON TABLE proposal_event IS 'One step in the course of a proposal.';
COMMENT ON COLUMN proposal_event.network IS 'Name of the network.';
COMMENT ON COLUMN proposal_event.height IS 'Height of the block.';
COMMENT ON COLUMN proposal_event.index IS 'Index of the event in its block (Substrate) or of the log in its block (EVM); -1 for what came true with the block itself, before its first event, 2147483647 for what the end of the chain made of it.';
COMMENT ON COLUMN proposal_event.ordinal IS 'Distinguishes several rows of one event, counted from 0.';
COMMENT ON COLUMN proposal_event.proposal_id IS 'The proposal.';
COMMENT ON COLUMN proposal_event.kind IS 'What happened.';
COMMENT ON COLUMN proposal_event.status IS 'Where the proposal stands after it.';
COMMENT ON COLUMN proposal_event.account IS 'Who did it, or whom it concerns; null when nobody in particular.';
COMMENT ON COLUMN proposal_event.amount IS 'PHA that was deposited, returned, slashed, awarded or paid; null when none.';
COMMENT ON COLUMN proposal_event.error IS 'Why the proposal''s call failed, in the runtime''s words (Balances.InsufficientBalance); null when it did not fail or was not carried out.';
COMMENT ON COLUMN proposal_event.time IS 'Time of the block, UTC.';
COMMENT ON COLUMN proposal_event.transaction IS 'Hash of the transaction: on EVM networks its own, on Substrate networks that of the extrinsic (Blake2b-256 of its bytes, as explorers show it). Null for what no transaction did, and on Substrate networks for rewards, which would be most of all hashes.';
COMMENT ON COLUMN proposal_event.extrinsic IS 'Index of the extrinsic in its block (Substrate); null on EVM networks and for events of the block itself.';


CREATE TABLE proposal_link (
    network text NOT NULL,
    height bigint NOT NULL,
    index integer NOT NULL,
    ordinal integer NOT NULL,
    proposal_id text NOT NULL,
    target_id text NOT NULL,
    kind text NOT NULL,
    time timestamp(3) with time zone NOT NULL,
    transaction bytea,
    extrinsic integer,
    CONSTRAINT pk_proposal_link PRIMARY KEY (network, height, index, ordinal)
);
COMMENT ON TABLE proposal_link IS 'One proposal leads to another of the same network.';
COMMENT ON COLUMN proposal_link.network IS 'Name of the network.';
COMMENT ON COLUMN proposal_link.height IS 'Height of the block.';
COMMENT ON COLUMN proposal_link.index IS 'Index of the event in its block (Substrate) or of the log in its block (EVM); -1 for what came true with the block itself, before its first event, 2147483647 for what the end of the chain made of it.';
COMMENT ON COLUMN proposal_link.ordinal IS 'Distinguishes several rows of one event, counted from 0.';
COMMENT ON COLUMN proposal_link.proposal_id IS 'The proposal that came first or acts.';
COMMENT ON COLUMN proposal_link.target_id IS 'The proposal that it leads to or acts upon.';
COMMENT ON COLUMN proposal_link.kind IS 'How.';
COMMENT ON COLUMN proposal_link.time IS 'Time of the block, UTC.';
COMMENT ON COLUMN proposal_link.transaction IS 'Hash of the transaction: on EVM networks its own, on Substrate networks that of the extrinsic (Blake2b-256 of its bytes, as explorers show it). Null for what no transaction did, and on Substrate networks for rewards, which would be most of all hashes.';
COMMENT ON COLUMN proposal_link.extrinsic IS 'Index of the extrinsic in its block (Substrate); null on EVM networks and for events of the block itself.';


CREATE TABLE proposal_recheck (
    network text NOT NULL,
    proposal_id text NOT NULL,
    marked_at timestamp(3) with time zone NOT NULL,
    checked_at timestamp(3) with time zone,
    CONSTRAINT pk_proposal_recheck PRIMARY KEY (network, proposal_id)
);
COMMENT ON TABLE proposal_recheck IS 'A settled proposal of a Snapshot space that is read again although nothing tells of a change: a job marks it, and the ingestion, which alone writes what it finds, looks at what is marked.';
COMMENT ON COLUMN proposal_recheck.network IS 'Name of the network.';
COMMENT ON COLUMN proposal_recheck.proposal_id IS 'The proposal.';
COMMENT ON COLUMN proposal_recheck.marked_at IS 'When it was marked last, UTC by the clock of the database.';
COMMENT ON COLUMN proposal_recheck.checked_at IS 'When it was looked at last, UTC by the clock of the database; null before. Until it is later than the mark, a look is due.';


CREATE TABLE proposal_state (
    network text NOT NULL,
    from_height bigint NOT NULL,
    proposal_id text NOT NULL,
    status text NOT NULL,
    ayes numeric(39,0) NOT NULL,
    nays numeric(39,0) NOT NULL,
    abstains numeric(39,0) NOT NULL,
    others numeric(39,0) NOT NULL,
    turnout numeric(39,0) NOT NULL,
    voters integer NOT NULL,
    stated_ayes numeric(39,0),
    stated_nays numeric(39,0),
    stated_abstains numeric(39,0),
    stated_turnout numeric(39,0),
    electorate numeric(39,0),
    electorate_kind text,
    threshold text,
    quorum numeric(39,0),
    super_quorum numeric(39,0),
    deposit numeric(39,0),
    value numeric(39,0),
    beneficiary bytea,
    start_height bigint,
    end_height bigint,
    start_time timestamp(3) with time zone,
    end_time timestamp(3) with time zone,
    enactment_height bigint,
    enactment_time timestamp(3) with time zone,
    expiry_time timestamp(3) with time zone,
    voting_token bytea,
    hash text,
    is_flagged boolean NOT NULL,
    scores_final boolean NOT NULL,
    scores_by_strategy text,
    to_height bigint,
    CONSTRAINT pk_proposal_state PRIMARY KEY (network, proposal_id, from_height)
);
COMMENT ON TABLE proposal_state IS 'Where a proposal stands and how its votes add up. Weights and supplies are in PHA (in the voting token''s unit for other tokens); of a collective each member''s vote weighs 1. Ayes, nays, abstentions, other weight, turnout and number of voters are the sums of the votes that count (Vote); what the chain states itself stands beside them. Each change of the tally is a version, so the versions are its course.';
COMMENT ON COLUMN proposal_state.network IS 'Name of the network.';
COMMENT ON COLUMN proposal_state.from_height IS 'Height of the block at whose end this version became valid.';
COMMENT ON COLUMN proposal_state.proposal_id IS 'The proposal.';
COMMENT ON COLUMN proposal_state.status IS 'Where it stands.';
COMMENT ON COLUMN proposal_state.ayes IS 'Sum of the weights in favour.';
COMMENT ON COLUMN proposal_state.nays IS 'Sum of the weights against.';
COMMENT ON COLUMN proposal_state.abstains IS 'Sum of the weights of abstentions.';
COMMENT ON COLUMN proposal_state.others IS 'Sum of the weights of votes that are neither for, against nor abstaining: on the choices of ProposalChoice.';
COMMENT ON COLUMN proposal_state.turnout IS 'Sum of what stands behind the votes, each counted once whatever its conviction: the numerator of the turnout.';
COMMENT ON COLUMN proposal_state.voters IS 'Votes that count; of a public proposal the deposits behind it.';
COMMENT ON COLUMN proposal_state.stated_ayes IS 'Weight in favour as the chain states it; null while it has not been asked or does not say.';
COMMENT ON COLUMN proposal_state.stated_nays IS 'Weight against as the chain states it; null while it has not been asked or does not say.';
COMMENT ON COLUMN proposal_state.stated_abstains IS 'Weight of abstentions as the chain states it; null while it has not been asked or does not say.';
COMMENT ON COLUMN proposal_state.stated_turnout IS 'Turnout as the chain states it; null while it has not been asked or does not say.';
COMMENT ON COLUMN proposal_state.electorate IS 'The eligible supply, denominator of the turnout; null while unknown.';
COMMENT ON COLUMN proposal_state.electorate_kind IS 'What the eligible supply is; null while unknown.';
COMMENT ON COLUMN proposal_state.threshold IS 'What decides whether it passes; null when no vote decides.';
COMMENT ON COLUMN proposal_state.quorum IS 'The weight that MemberCount or Quorum asks for, or that its space asks for (Snapshot); null with others and while unknown.';
COMMENT ON COLUMN proposal_state.super_quorum IS 'The weight in favour with which it passes before its end, when more are for than against (GovernorSuperQuorum); null with others.';
COMMENT ON COLUMN proposal_state.deposit IS 'PHA held as deposits for it now: of its proposer and of those who back it; null while unknown.';
COMMENT ON COLUMN proposal_state.value IS 'PHA that it asks for or grants (Treasury, Bounties, Tips); null with others and while unknown.';
COMMENT ON COLUMN proposal_state.beneficiary IS 'Who gets the value; null with others and while unknown.';
COMMENT ON COLUMN proposal_state.start_height IS 'First block in which it can be voted on; null when its system counts by time or it has no voting.';
COMMENT ON COLUMN proposal_state.end_height IS 'Last block in which it can be voted on; null when its system counts by time or it has no voting.';
COMMENT ON COLUMN proposal_state.start_time IS 'Begin of its voting, UTC; of a future block an estimate from the chain''s block time. Null when it has no voting.';
COMMENT ON COLUMN proposal_state.end_time IS 'End of its voting, UTC; of a future block an estimate from the chain''s block time. Null when it has no voting.';
COMMENT ON COLUMN proposal_state.enactment_height IS 'Block (Substrate) from which it takes effect when it passes; null while unknown and on other networks.';
COMMENT ON COLUMN proposal_state.enactment_time IS 'Time from which it can be executed, UTC (Governor with a timelock); null with others and until it is queued.';
COMMENT ON COLUMN proposal_state.expiry_time IS 'Time from which it can be executed no more, UTC (Governor with a Compound timelock); null with others and until it is queued.';
COMMENT ON COLUMN proposal_state.voting_token IS 'The voting token that decides who may vote on it (Governor); null with others.';
COMMENT ON COLUMN proposal_state.hash IS 'Hash by which events name it instead of by its number (collectives, external proposals, open operations of a timelock), 0x and hexadecimal; null with others.';
COMMENT ON COLUMN proposal_state.is_flagged IS 'Whether its source flagged it as spam or worse (Snapshot).';
COMMENT ON COLUMN proposal_state.scores_final IS 'Whether what the source states of it, and the weight of each of its votes, can change no more (Snapshot).';
COMMENT ON COLUMN proposal_state.scores_by_strategy IS 'The stated weight on each choice by voting strategy, as JSON (Snapshot: scores_by_strategy); null while the source does not say.';
COMMENT ON COLUMN proposal_state.to_height IS 'Height of the block at whose end the next version replaced it; null while it is the current one.';


CREATE TABLE proposal_text (
    network text NOT NULL,
    from_height bigint NOT NULL,
    proposal_id text NOT NULL,
    title text,
    body text,
    discussion text,
    call_hash text,
    call text,
    voting_type text,
    strategies text,
    edited_time timestamp(3) with time zone,
    to_height bigint,
    CONSTRAINT pk_proposal_text PRIMARY KEY (network, proposal_id, from_height)
);
COMMENT ON TABLE proposal_text IS 'What a proposal says or does. Texts can be edited and preimages can come later, so it has versions.';
COMMENT ON COLUMN proposal_text.network IS 'Name of the network.';
COMMENT ON COLUMN proposal_text.from_height IS 'Height of the block at whose end this version became valid.';
COMMENT ON COLUMN proposal_text.proposal_id IS 'The proposal.';
COMMENT ON COLUMN proposal_text.title IS 'Its title; null when it has none.';
COMMENT ON COLUMN proposal_text.body IS 'Its text, as its author wrote it (often Markdown); null when it has none.';
COMMENT ON COLUMN proposal_text.discussion IS 'Where it is discussed, as its author wrote it; null when its author named nothing.';
COMMENT ON COLUMN proposal_text.call_hash IS 'Hash of the call or of the actions that it would carry out, 0x and hexadecimal; null when it carries out nothing.';
COMMENT ON COLUMN proposal_text.call IS 'What it would carry out, as JSON: pallet, call and arguments (Substrate), or targets, values and data of the actions (EVM); null while the chain holds only the hash.';
COMMENT ON COLUMN proposal_text.voting_type IS 'How votes are cast and counted, in the source''s word (Snapshot: basic, ranked-choice, …); null with other systems.';
COMMENT ON COLUMN proposal_text.strategies IS 'What gives accounts their weight, as JSON (Snapshot): the strategies with the network and the block (snapshot) at which they look, the weight''s symbol, and whether votes are hidden (privacy); null with other systems.';
COMMENT ON COLUMN proposal_text.edited_time IS 'When its source says that it was last edited, UTC (Snapshot); null when it never was.';
COMMENT ON COLUMN proposal_text.to_height IS 'Height of the block at whose end the next version replaced it; null while it is the current one.';


CREATE TABLE reconciliation (
    network text NOT NULL,
    height bigint NOT NULL,
    index integer NOT NULL,
    ordinal integer NOT NULL,
    proposal_id text NOT NULL,
    "check" text NOT NULL,
    choice integer NOT NULL,
    source text NOT NULL,
    stated numeric(39,0) NOT NULL,
    found numeric(39,0) NOT NULL,
    difference numeric(39,0) GENERATED ALWAYS AS (stated - found) STORED NOT NULL,
    reason text,
    time timestamp(3) with time zone NOT NULL,
    transaction bytea,
    extrinsic integer,
    CONSTRAINT pk_reconciliation PRIMARY KEY (network, height, index, ordinal)
);
COMMENT ON TABLE reconciliation IS 'A figure of ours compared with what the chain or the source states of itself at the same block. A row without a difference is the proof that it was compared; a difference is named.';
COMMENT ON COLUMN reconciliation.network IS 'Name of the network.';
COMMENT ON COLUMN reconciliation.height IS 'Height of the block.';
COMMENT ON COLUMN reconciliation.index IS 'Index of the event in its block (Substrate) or of the log in its block (EVM); -1 for what came true with the block itself, before its first event, 2147483647 for what the end of the chain made of it.';
COMMENT ON COLUMN reconciliation.ordinal IS 'Distinguishes several rows of one event, counted from 0.';
COMMENT ON COLUMN reconciliation.proposal_id IS 'The proposal.';
COMMENT ON COLUMN reconciliation."check" IS 'What was compared.';
COMMENT ON COLUMN reconciliation.choice IS 'The number of the choice for ChoiceWeight; 0 with others.';
COMMENT ON COLUMN reconciliation.source IS 'Where the stated figure is from, for example Democracy.ReferendumInfoOf or proposalVotes(uint256).';
COMMENT ON COLUMN reconciliation.stated IS 'The figure that the source states.';
COMMENT ON COLUMN reconciliation.found IS 'Our sum.';
COMMENT ON COLUMN reconciliation.difference IS 'Stated less found; computed by the database.';
COMMENT ON COLUMN reconciliation.reason IS 'The name of the difference: why both may differ; null when there is none.';
COMMENT ON COLUMN reconciliation.time IS 'Time of the block, UTC.';
COMMENT ON COLUMN reconciliation.transaction IS 'Hash of the transaction: on EVM networks its own, on Substrate networks that of the extrinsic (Blake2b-256 of its bytes, as explorers show it). Null for what no transaction did, and on Substrate networks for rewards, which would be most of all hashes.';
COMMENT ON COLUMN reconciliation.extrinsic IS 'Index of the extrinsic in its block (Substrate); null on EVM networks and for events of the block itself.';


CREATE TABLE reward (
    network text NOT NULL,
    height bigint NOT NULL,
    index integer NOT NULL,
    ordinal integer NOT NULL,
    pool_id text NOT NULL,
    account bytea,
    kind text NOT NULL,
    amount numeric(39,0) NOT NULL,
    total_shares numeric(39,0) NOT NULL,
    shares numeric(39,0),
    stated boolean NOT NULL,
    time timestamp(3) with time zone NOT NULL,
    transaction bytea,
    extrinsic integer,
    CONSTRAINT pk_reward PRIMARY KEY (network, height, index, ordinal)
);
COMMENT ON TABLE reward IS 'One reward of a pool. The chains state rewards per pool only; what a holder earned follows from the pool''s RewardIndex.';
COMMENT ON COLUMN reward.network IS 'Name of the network.';
COMMENT ON COLUMN reward.height IS 'Height of the block.';
COMMENT ON COLUMN reward.index IS 'Index of the event in its block (Substrate) or of the log in its block (EVM); -1 for what came true with the block itself, before its first event, 2147483647 for what the end of the chain made of it.';
COMMENT ON COLUMN reward.ordinal IS 'Distinguishes several rows of one event, counted from 0.';
COMMENT ON COLUMN reward.pool_id IS 'The pool that earned.';
COMMENT ON COLUMN reward.account IS 'The account that earned; null when all holders of shares earned in proportion.';
COMMENT ON COLUMN reward.kind IS 'Who earned, and why.';
COMMENT ON COLUMN reward.amount IS 'The reward in PHA; negative when the holders of shares paid, as with a vault''s commission.';
COMMENT ON COLUMN reward.total_shares IS 'All shares of the pool at that moment, the basis of the division; zero for rewards that no share earned.';
COMMENT ON COLUMN reward.shares IS 'Shares of the PHA vault that were paid instead of PHA, so that the amount is 0; null where PHA was.';
COMMENT ON COLUMN reward.stated IS 'True when the chain stated the amount, in an event or by a view of the contract, false when it was derived from other events.';
COMMENT ON COLUMN reward.time IS 'Time of the block, UTC.';
COMMENT ON COLUMN reward.transaction IS 'Hash of the transaction: on EVM networks its own, on Substrate networks that of the extrinsic (Blake2b-256 of its bytes, as explorers show it). Null for what no transaction did, and on Substrate networks for rewards, which would be most of all hashes.';
COMMENT ON COLUMN reward.extrinsic IS 'Index of the extrinsic in its block (Substrate); null on EVM networks and for events of the block itself.';


CREATE TABLE session_reading (
    network text NOT NULL,
    session_id bigint NOT NULL,
    height bigint NOT NULL,
    v numeric(39,0),
    total_reward numeric(39,0),
    instant_p bigint,
    CONSTRAINT pk_session_reading PRIMARY KEY (network, session_id, height)
);
COMMENT ON TABLE session_reading IS 'What a computing session stood at from a block on, as far as the block changed it: each value holds until the next row of the session that has it. Every worker is settled and measured some times a day, so that these rows are narrow, and have no end to be updated (docs/decisions, 0010).';
COMMENT ON COLUMN session_reading.network IS 'Name of the network.';
COMMENT ON COLUMN session_reading.session_id IS 'The session: that of a Worker with the same number.';
COMMENT ON COLUMN session_reading.height IS 'Height of the block at whose end it stood at this.';
COMMENT ON COLUMN session_reading.v IS 'V, by which the worker is rewarded; null where the block did not change it.';
COMMENT ON COLUMN session_reading.total_reward IS 'All that the session was paid since the worker was bound, commission included, in PHA; null where the block did not change it.';
COMMENT ON COLUMN session_reading.instant_p IS 'Score of the last heartbeat; null where the block did not change it.';


CREATE TABLE snapshot_tokens (
    network text NOT NULL,
    from_height bigint NOT NULL,
    proposal_id text NOT NULL,
    account bytea NOT NULL,
    tokens numeric(39,0) NOT NULL,
    to_height bigint,
    CONSTRAINT pk_snapshot_tokens PRIMARY KEY (network, proposal_id, account, from_height)
);
COMMENT ON TABLE snapshot_tokens IS 'The tokens with which an account votes for itself on an open proposal, where they changed since the proposal''s snapshot. Of all other accounts they are what the account has now. They tell which part of a vote is delegated.';
COMMENT ON COLUMN snapshot_tokens.network IS 'Name of the network.';
COMMENT ON COLUMN snapshot_tokens.from_height IS 'Height of the block at whose end this version became valid.';
COMMENT ON COLUMN snapshot_tokens.proposal_id IS 'The proposal.';
COMMENT ON COLUMN snapshot_tokens.account IS 'The account.';
COMMENT ON COLUMN snapshot_tokens.tokens IS 'Its tokens at the snapshot; zero when it did not delegate to itself.';
COMMENT ON COLUMN snapshot_tokens.to_height IS 'Height of the block at whose end the next version replaced it; null while it is the current one.';


CREATE TABLE stake_event (
    network text NOT NULL,
    height bigint NOT NULL,
    index integer NOT NULL,
    ordinal integer NOT NULL,
    pool_id text,
    account bytea NOT NULL,
    kind text NOT NULL,
    amount numeric(39,0) NOT NULL,
    value numeric(39,0) NOT NULL,
    shares numeric(39,0) NOT NULL,
    withdrawing_shares numeric(39,0) NOT NULL,
    unlocking_value numeric(39,0) NOT NULL,
    cost numeric(39,0) NOT NULL,
    counterparty bytea,
    time timestamp(3) with time zone NOT NULL,
    transaction bytea,
    extrinsic integer,
    CONSTRAINT pk_stake_event PRIMARY KEY (network, height, index, ordinal)
);
COMMENT ON TABLE stake_event IS 'One change of a position or one payment around it. A position is the sum of its stake events: shares, withdrawing shares, unlocking value and cost are signed differences.';
COMMENT ON COLUMN stake_event.network IS 'Name of the network.';
COMMENT ON COLUMN stake_event.height IS 'Height of the block.';
COMMENT ON COLUMN stake_event.index IS 'Index of the event in its block (Substrate) or of the log in its block (EVM); -1 for what came true with the block itself, before its first event, 2147483647 for what the end of the chain made of it.';
COMMENT ON COLUMN stake_event.ordinal IS 'Distinguishes several rows of one event, counted from 0.';
COMMENT ON COLUMN stake_event.pool_id IS 'The pool; null for what concerns no pool, such as wrapping PHA.';
COMMENT ON COLUMN stake_event.account IS 'The account whose position or balance changed.';
COMMENT ON COLUMN stake_event.kind IS 'What happened.';
COMMENT ON COLUMN stake_event.amount IS 'The amount of PHA that the chain states for the event, never negative; zero when it states none. Of shares of a vault on Ethereum that move between accounts or over the bridge, what they were worth by the assets of the vault''s last settlement.';
COMMENT ON COLUMN stake_event.value IS 'Change of the pool''s total value, in PHA.';
COMMENT ON COLUMN stake_event.shares IS 'Change of the position''s shares, those in the withdrawal queue included.';
COMMENT ON COLUMN stake_event.withdrawing_shares IS 'Change of the part of the position''s shares that waits in the withdrawal queue.';
COMMENT ON COLUMN stake_event.unlocking_value IS 'Change of the PHA that has left the vault''s shares and waits for its unlock period.';
COMMENT ON COLUMN stake_event.cost IS 'Change of the position''s cost basis, in PHA; shares leave with their proportional part of it.';
COMMENT ON COLUMN stake_event.counterparty IS 'The other side of a transfer, or the receiver of a payment when it is not the account.';
COMMENT ON COLUMN stake_event.time IS 'Time of the block, UTC.';
COMMENT ON COLUMN stake_event.transaction IS 'Hash of the transaction: on EVM networks its own, on Substrate networks that of the extrinsic (Blake2b-256 of its bytes, as explorers show it). Null for what no transaction did, and on Substrate networks for rewards, which would be most of all hashes.';
COMMENT ON COLUMN stake_event.extrinsic IS 'Index of the extrinsic in its block (Substrate); null on EVM networks and for events of the block itself.';


CREATE TABLE tokenomics (
    network text NOT NULL,
    from_height bigint NOT NULL,
    cool_down_period bigint,
    budget_per_block numeric(39,0),
    treasury_ratio numeric(39,0),
    pha_rate numeric(39,0),
    rho numeric(39,0),
    v_max numeric(39,0),
    cost_k numeric(39,0),
    cost_b numeric(39,0),
    slash_rate numeric(39,0),
    heartbeat_window bigint,
    rig_k numeric(39,0),
    rig_b numeric(39,0),
    re numeric(39,0),
    k numeric(39,0),
    kappa numeric(39,0),
    to_height bigint,
    CONSTRAINT pk_tokenomics PRIMARY KEY (network, from_height)
);
COMMENT ON TABLE tokenomics IS 'The parameters by which the gatekeepers of a parachain reward workers, and the cool-down period (PhalaComputation). Fixed-point numbers of the chain, as it stores them; null while no event has made the index read them.';
COMMENT ON COLUMN tokenomics.network IS 'Name of the network.';
COMMENT ON COLUMN tokenomics.from_height IS 'Height of the block at whose end this version became valid.';
COMMENT ON COLUMN tokenomics.cool_down_period IS 'Seconds between the stop of a worker and the moment from which its stake can be reclaimed (CoolDownPeriod).';
COMMENT ON COLUMN tokenomics.budget_per_block IS 'PHA that a block gives to all idle workers, the treasury''s part included.';
COMMENT ON COLUMN tokenomics.treasury_ratio IS 'The treasury''s part of every payout.';
COMMENT ON COLUMN tokenomics.pha_rate IS 'Price of PHA in US dollars that the costs below are counted with.';
COMMENT ON COLUMN tokenomics.rho IS 'Growth of the V of an idle worker per block, as a factor.';
COMMENT ON COLUMN tokenomics.v_max IS 'The greatest V.';
COMMENT ON COLUMN tokenomics.cost_k IS 'Slope of the operating cost of a worker by its P, in PHA per block.';
COMMENT ON COLUMN tokenomics.cost_b IS 'Constant part of the operating cost of a worker, in PHA per block.';
COMMENT ON COLUMN tokenomics.slash_rate IS 'Loss of V of an unresponsive worker per block, as a part of it.';
COMMENT ON COLUMN tokenomics.heartbeat_window IS 'Blocks within which a heartbeat must be answered.';
COMMENT ON COLUMN tokenomics.rig_k IS 'Slope of the estimated price of a worker''s hardware by its P, in PHA.';
COMMENT ON COLUMN tokenomics.rig_b IS 'Constant part of the estimated price of a worker''s hardware, in PHA.';
COMMENT ON COLUMN tokenomics.re IS 'Factor from stake and hardware to the first V of a session, for full confidence.';
COMMENT ON COLUMN tokenomics.k IS 'The least stake of a worker divided by the square root of its P.';
COMMENT ON COLUMN tokenomics.kappa IS 'Decides how V falls with a payout.';
COMMENT ON COLUMN tokenomics.to_height IS 'Height of the block at whose end the next version replaced it; null while it is the current one.';


CREATE TABLE unlock_request (
    network text NOT NULL,
    from_height bigint NOT NULL,
    pool_id text NOT NULL,
    request_height bigint NOT NULL,
    request_index integer NOT NULL,
    owner bytea NOT NULL,
    receiver bytea NOT NULL,
    assets numeric(39,0) NOT NULL,
    requested_at timestamp(3) with time zone NOT NULL,
    to_height bigint,
    CONSTRAINT pk_unlock_request PRIMARY KEY (network, pool_id, request_height, request_index, from_height)
);
COMMENT ON TABLE unlock_request IS 'A redemption of the PHA vault that waits for its unlock period (Withdraw, until Claimed or cancelled).';
COMMENT ON COLUMN unlock_request.network IS 'Name of the network.';
COMMENT ON COLUMN unlock_request.from_height IS 'Height of the block at whose end this version became valid.';
COMMENT ON COLUMN unlock_request.pool_id IS 'The vault.';
COMMENT ON COLUMN unlock_request.request_height IS 'Height of the block of the request.';
COMMENT ON COLUMN unlock_request.request_index IS 'Index in its block of the log that stated the request.';
COMMENT ON COLUMN unlock_request.owner IS 'The account whose shares were burned.';
COMMENT ON COLUMN unlock_request.receiver IS 'The account that will be paid.';
COMMENT ON COLUMN unlock_request.assets IS 'PHA that will be paid.';
COMMENT ON COLUMN unlock_request.requested_at IS 'Time of the request, UTC; the unlock period counts from it.';
COMMENT ON COLUMN unlock_request.to_height IS 'Height of the block at whose end the next version replaced it; null while it is the current one.';


CREATE TABLE vault_terms (
    network text NOT NULL,
    from_height bigint NOT NULL,
    pool_id text NOT NULL,
    reward_rate numeric(39,0),
    treasury_ratio integer,
    unlock_period bigint,
    max_unlock_requests integer,
    to_height bigint,
    CONSTRAINT pk_vault_terms PRIMARY KEY (network, pool_id, from_height)
);
COMMENT ON TABLE vault_terms IS 'The terms of the PHA vault that its owner sets.';
COMMENT ON COLUMN vault_terms.network IS 'Name of the network.';
COMMENT ON COLUMN vault_terms.from_height IS 'Height of the block at whose end this version became valid.';
COMMENT ON COLUMN vault_terms.pool_id IS 'The vault.';
COMMENT ON COLUMN vault_terms.reward_rate IS 'PHA streamed per second, the treasury''s part included (RewardRateUpdated); null before the first update.';
COMMENT ON COLUMN vault_terms.treasury_ratio IS 'The treasury''s part of the stream in 1/10,000 (TreasuryRatioUpdated); null before the first update.';
COMMENT ON COLUMN vault_terms.unlock_period IS 'Seconds between an unlock request and its payment (UnlockPeriodUpdated); null before the first update.';
COMMENT ON COLUMN vault_terms.max_unlock_requests IS 'The most open unlock requests of one owner (MaxUnlockRequestsUpdated); null before the first update.';
COMMENT ON COLUMN vault_terms.to_height IS 'Height of the block at whose end the next version replaced it; null while it is the current one.';


CREATE TABLE vote (
    network text NOT NULL,
    from_height bigint NOT NULL,
    proposal_id text NOT NULL,
    voter bytea NOT NULL,
    kind text NOT NULL,
    choice text NOT NULL,
    selection text,
    balance numeric(39,0) NOT NULL,
    conviction integer,
    weight_by_strategy text,
    ayes numeric(39,0) NOT NULL,
    nays numeric(39,0) NOT NULL,
    abstains numeric(39,0) NOT NULL,
    others numeric(39,0) NOT NULL,
    delegated_weight numeric(39,0) NOT NULL,
    delegated_balance numeric(39,0) NOT NULL,
    counts boolean NOT NULL,
    cast_height bigint NOT NULL,
    cast_index integer NOT NULL,
    cast_time timestamp(3) with time zone NOT NULL,
    is_unlocked boolean NOT NULL,
    reason text,
    native_id text,
    to_height bigint,
    CONSTRAINT pk_vote PRIMARY KEY (network, proposal_id, voter, kind, from_height)
);
COMMENT ON TABLE vote IS 'A vote in force, the last of its VoteEvents. Versions that ended are votes that were replaced, removed or got another delegated part.';
COMMENT ON COLUMN vote.network IS 'Name of the network.';
COMMENT ON COLUMN vote.from_height IS 'Height of the block at whose end this version became valid.';
COMMENT ON COLUMN vote.proposal_id IS 'The proposal.';
COMMENT ON COLUMN vote.voter IS 'The voter.';
COMMENT ON COLUMN vote.kind IS 'With what it votes.';
COMMENT ON COLUMN vote.choice IS 'What it is for.';
COMMENT ON COLUMN vote.selection IS 'The choice as JSON where the proposal names its own (Snapshot: a number, a list or weights); null elsewhere.';
COMMENT ON COLUMN vote.balance IS 'What the voter itself stands behind it with, in PHA; 1 for a member of a collective.';
COMMENT ON COLUMN vote.conviction IS 'Conviction of a direct Democracy vote: 0 weighs a tenth, 1 to 6 that many times; null elsewhere.';
COMMENT ON COLUMN vote.weight_by_strategy IS 'The parts of its weight by the strategies of the proposal (Strategies), in their order, in tokens, as JSON and as Snapshot states them: rounded decimals, so that the exact weight is Balance; null elsewhere.';
COMMENT ON COLUMN vote.ayes IS 'Weight in favour, what is delegated included.';
COMMENT ON COLUMN vote.nays IS 'Weight against, what is delegated included.';
COMMENT ON COLUMN vote.abstains IS 'Weight that abstains, what is delegated included.';
COMMENT ON COLUMN vote.others IS 'Weight on choices that the proposal names itself.';
COMMENT ON COLUMN vote.delegated_weight IS 'The part of the weight that others delegated to the voter.';
COMMENT ON COLUMN vote.delegated_balance IS 'What stands behind the delegated part, in PHA.';
COMMENT ON COLUMN vote.counts IS 'Whether it counts in the tally: all but the aggregate of the wrapped votes.';
COMMENT ON COLUMN vote.cast_height IS 'Height of the block of the event that stated the choice.';
COMMENT ON COLUMN vote.cast_index IS 'Index of that event in its block.';
COMMENT ON COLUMN vote.cast_time IS 'When it was cast, UTC: the time of that block, or what the source says (Snapshot).';
COMMENT ON COLUMN vote.is_unlocked IS 'Whether the voter removed it after the proposal''s end, which frees its balance and changes no tally.';
COMMENT ON COLUMN vote.reason IS 'Why, in the voter''s words; null when it gave no reason.';
COMMENT ON COLUMN vote.native_id IS 'The id that the source gives the vote (Snapshot); null where the event names it.';
COMMENT ON COLUMN vote.to_height IS 'Height of the block at whose end the next version replaced it; null while it is the current one.';


CREATE TABLE vote_delegation (
    network text NOT NULL,
    from_height bigint NOT NULL,
    scope text NOT NULL,
    delegator bytea NOT NULL,
    delegate bytea NOT NULL,
    balance numeric(39,0) NOT NULL,
    conviction integer,
    to_height bigint,
    CONSTRAINT pk_vote_delegation PRIMARY KEY (network, scope, delegator, from_height)
);
COMMENT ON TABLE vote_delegation IS 'An account lets another vote for it. The versions of a delegator are the intervals of its delegations.';
COMMENT ON COLUMN vote_delegation.network IS 'Name of the network.';
COMMENT ON COLUMN vote_delegation.from_height IS 'Height of the block at whose end this version became valid.';
COMMENT ON COLUMN vote_delegation.scope IS 'Where it holds: democracy, or the address of the voting token (EVM) in lower case.';
COMMENT ON COLUMN vote_delegation.delegator IS 'Who delegates.';
COMMENT ON COLUMN vote_delegation.delegate IS 'Who votes for it.';
COMMENT ON COLUMN vote_delegation.balance IS 'What is delegated, in PHA: fixed when delegating (Democracy), or the delegator''s tokens now (EVM).';
COMMENT ON COLUMN vote_delegation.conviction IS 'Conviction of a Democracy delegation: 0 weighs a tenth, 1 to 6 that many times; null elsewhere.';
COMMENT ON COLUMN vote_delegation.to_height IS 'Height of the block at whose end the next version replaced it; null while it is the current one.';


CREATE TABLE vote_event (
    network text NOT NULL,
    height bigint NOT NULL,
    index integer NOT NULL,
    ordinal integer NOT NULL,
    proposal_id text NOT NULL,
    voter bytea NOT NULL,
    kind text NOT NULL,
    action text NOT NULL,
    choice text NOT NULL,
    selection text,
    balance numeric(39,0) NOT NULL,
    conviction integer,
    weight_by_strategy text,
    ayes numeric(39,0) NOT NULL,
    nays numeric(39,0) NOT NULL,
    abstains numeric(39,0) NOT NULL,
    others numeric(39,0) NOT NULL,
    delegated_weight numeric(39,0) NOT NULL,
    delegated_balance numeric(39,0) NOT NULL,
    source_time timestamp(3) with time zone,
    reason text,
    native_id text,
    time timestamp(3) with time zone NOT NULL,
    transaction bytea,
    extrinsic integer,
    CONSTRAINT pk_vote_event PRIMARY KEY (network, height, index, ordinal)
);
COMMENT ON TABLE vote_event IS 'One change of a vote: what the vote is after it. A vote (Vote) is the last of its events, and a tally the sum of the votes that count. Source: the chain''s or Snapshot''s vote, and for removed votes the call that removed it.';
COMMENT ON COLUMN vote_event.network IS 'Name of the network.';
COMMENT ON COLUMN vote_event.height IS 'Height of the block.';
COMMENT ON COLUMN vote_event.index IS 'Index of the event in its block (Substrate) or of the log in its block (EVM); -1 for what came true with the block itself, before its first event, 2147483647 for what the end of the chain made of it.';
COMMENT ON COLUMN vote_event.ordinal IS 'Distinguishes several rows of one event, counted from 0.';
COMMENT ON COLUMN vote_event.proposal_id IS 'The proposal.';
COMMENT ON COLUMN vote_event.voter IS 'The voter.';
COMMENT ON COLUMN vote_event.kind IS 'With what it votes.';
COMMENT ON COLUMN vote_event.action IS 'What happened to the vote.';
COMMENT ON COLUMN vote_event.choice IS 'What the vote is for; of a removed vote what it was for.';
COMMENT ON COLUMN vote_event.selection IS 'The choice as JSON where the proposal names its own (Snapshot: a number, a list or weights); null elsewhere.';
COMMENT ON COLUMN vote_event.balance IS 'What the voter itself stands behind it with, in PHA; 1 for a member of a collective.';
COMMENT ON COLUMN vote_event.conviction IS 'Conviction of a direct Democracy vote: 0 weighs a tenth, 1 to 6 that many times; null elsewhere.';
COMMENT ON COLUMN vote_event.weight_by_strategy IS 'The parts of its weight by the strategies of the proposal (Strategies), in their order, in tokens, as JSON and as Snapshot states them: rounded decimals, so that the exact weight is Balance; null elsewhere.';
COMMENT ON COLUMN vote_event.ayes IS 'Weight in favour, what is delegated included.';
COMMENT ON COLUMN vote_event.nays IS 'Weight against, what is delegated included.';
COMMENT ON COLUMN vote_event.abstains IS 'Weight that abstains, what is delegated included.';
COMMENT ON COLUMN vote_event.others IS 'Weight on choices that the proposal names itself.';
COMMENT ON COLUMN vote_event.delegated_weight IS 'The part of the weight that others delegated to the voter.';
COMMENT ON COLUMN vote_event.delegated_balance IS 'What stands behind the delegated part, in PHA.';
COMMENT ON COLUMN vote_event.source_time IS 'When the source says that the vote was cast, UTC (Snapshot); null where the time of the block says it.';
COMMENT ON COLUMN vote_event.reason IS 'Why, in the voter''s words; null when it gave no reason.';
COMMENT ON COLUMN vote_event.native_id IS 'The id that the source gives the vote (Snapshot); null where the event names it.';
COMMENT ON COLUMN vote_event.time IS 'Time of the block, UTC.';
COMMENT ON COLUMN vote_event.transaction IS 'Hash of the transaction: on EVM networks its own, on Substrate networks that of the extrinsic (Blake2b-256 of its bytes, as explorers show it). Null for what no transaction did, and on Substrate networks for rewards, which would be most of all hashes.';
COMMENT ON COLUMN vote_event.extrinsic IS 'Index of the extrinsic in its block (Substrate); null on EVM networks and for events of the block itself.';


CREATE TABLE voting_power (
    network text NOT NULL,
    from_height bigint NOT NULL,
    token bytea NOT NULL,
    account bytea NOT NULL,
    tokens numeric(39,0) NOT NULL,
    votes numeric(39,0) NOT NULL,
    to_height bigint,
    CONSTRAINT pk_voting_power PRIMARY KEY (network, token, account, from_height)
);
COMMENT ON TABLE voting_power IS 'What an account has of a voting token (ERC20Votes, ERC721Votes, COMP): its tokens, and the votes that it may cast.';
COMMENT ON COLUMN voting_power.network IS 'Name of the network.';
COMMENT ON COLUMN voting_power.from_height IS 'Height of the block at whose end this version became valid.';
COMMENT ON COLUMN voting_power.token IS 'The voting token.';
COMMENT ON COLUMN voting_power.account IS 'The account.';
COMMENT ON COLUMN voting_power.tokens IS 'Its tokens, the sum of their transfers.';
COMMENT ON COLUMN voting_power.votes IS 'The tokens of all who delegate to it, itself included when it does, as the token states them (DelegateVotesChanged).';
COMMENT ON COLUMN voting_power.to_height IS 'Height of the block at whose end the next version replaced it; null while it is the current one.';


CREATE TABLE whitelist_entry (
    network text NOT NULL,
    from_height bigint NOT NULL,
    pool_id text NOT NULL,
    account bytea NOT NULL,
    to_height bigint,
    CONSTRAINT pk_whitelist_entry PRIMARY KEY (network, pool_id, account, from_height)
);
COMMENT ON TABLE whitelist_entry IS 'An account that may delegate to a pool with a whitelist.';
COMMENT ON COLUMN whitelist_entry.network IS 'Name of the network.';
COMMENT ON COLUMN whitelist_entry.from_height IS 'Height of the block at whose end this version became valid.';
COMMENT ON COLUMN whitelist_entry.pool_id IS 'The pool.';
COMMENT ON COLUMN whitelist_entry.account IS 'The account.';
COMMENT ON COLUMN whitelist_entry.to_height IS 'Height of the block at whose end the next version replaced it; null while it is the current one.';


CREATE TABLE worker (
    network text NOT NULL,
    from_height bigint NOT NULL,
    public_key bytea NOT NULL,
    pool_id text NOT NULL,
    session bytea NOT NULL,
    session_id bigint NOT NULL,
    state text NOT NULL,
    stake numeric(39,0) NOT NULL,
    initial_v numeric(39,0),
    initial_p bigint,
    cooling_down_since timestamp(3) with time zone,
    is_removed boolean NOT NULL,
    to_height bigint,
    CONSTRAINT pk_worker PRIMARY KEY (network, pool_id, public_key, from_height)
);
COMMENT ON TABLE worker IS 'A worker of a stake pool, the stake that it runs with, and its computing session: the account of the session follows from pool and worker. V, P and reward of the session are SessionReadings.';
COMMENT ON COLUMN worker.network IS 'Name of the network.';
COMMENT ON COLUMN worker.from_height IS 'Height of the block at whose end this version became valid.';
COMMENT ON COLUMN worker.public_key IS 'The worker''s sr25519 public key.';
COMMENT ON COLUMN worker.pool_id IS 'The stake pool it belongs to.';
COMMENT ON COLUMN worker.session IS 'The account of its computing session.';
COMMENT ON COLUMN worker.session_id IS 'Number of the session within the network: it tells the times apart in which the worker was in the pool.';
COMMENT ON COLUMN worker.state IS 'What the session is doing.';
COMMENT ON COLUMN worker.stake IS 'PHA staked in it: set when it starts, zero again when the stake is reclaimed.';
COMMENT ON COLUMN worker.initial_v IS 'V with which the session was last started, by stake, score and confidence; null before its first start.';
COMMENT ON COLUMN worker.initial_p IS 'P with which the session was last started: the worker''s score then; null before its first start.';
COMMENT ON COLUMN worker.cooling_down_since IS 'Time at which it was stopped, UTC; null while it does not cool down.';
COMMENT ON COLUMN worker.is_removed IS 'Whether it was removed from the pool while its stake still waits to be reclaimed.';
COMMENT ON COLUMN worker.to_height IS 'Height of the block at whose end the next version replaced it; null while it is the current one.';


CREATE TABLE worker_registration (
    network text NOT NULL,
    from_height bigint NOT NULL,
    public_key bytea NOT NULL,
    confidence_level integer,
    initial_score bigint,
    to_height bigint,
    CONSTRAINT pk_worker_registration PRIMARY KEY (network, public_key, from_height)
);
COMMENT ON TABLE worker_registration IS 'What the registry of a parachain knows of a worker, whether it is in a pool or not (PhalaRegistry).';
COMMENT ON COLUMN worker_registration.network IS 'Name of the network.';
COMMENT ON COLUMN worker_registration.from_height IS 'Height of the block at whose end this version became valid.';
COMMENT ON COLUMN worker_registration.public_key IS 'The worker''s sr25519 public key.';
COMMENT ON COLUMN worker_registration.confidence_level IS 'Confidence in its hardware by remote attestation, from 1, the best, to 5; 128 without attestation. Null where the runtime did not state it (before spec 1182).';
COMMENT ON COLUMN worker_registration.initial_score IS 'Score of its first benchmark; null until that is done.';
COMMENT ON COLUMN worker_registration.to_height IS 'Height of the block at whose end the next version replaced it; null while it is the current one.';


CREATE TABLE wrapped_balance (
    network text NOT NULL,
    from_height bigint NOT NULL,
    account bytea NOT NULL,
    balance numeric(39,0) NOT NULL,
    to_height bigint,
    CONSTRAINT pk_wrapped_balance PRIMARY KEY (network, account, from_height)
);
COMMENT ON TABLE wrapped_balance IS 'The wrapped PHA (W-PHA, asset 10000) of an account that is none of a pool''s: what it can delegate, vote with or unwrap. That of pools is their free value and their owners'' reward.';
COMMENT ON COLUMN wrapped_balance.network IS 'Name of the network.';
COMMENT ON COLUMN wrapped_balance.from_height IS 'Height of the block at whose end this version became valid.';
COMMENT ON COLUMN wrapped_balance.account IS 'The account.';
COMMENT ON COLUMN wrapped_balance.balance IS 'Its wrapped PHA, one for one in PHA.';
COMMENT ON COLUMN wrapped_balance.to_height IS 'Height of the block at whose end the next version replaced it; null while it is the current one.';


CREATE TABLE retracted_row (
    sequence bigint NOT NULL,
    "table" text NOT NULL,
    height bigint NOT NULL,
    index integer NOT NULL,
    ordinal integer NOT NULL,
    row jsonb NOT NULL,
    CONSTRAINT pk_retracted_row PRIMARY KEY (sequence, "table", height, index, ordinal),
    CONSTRAINT fk_retracted_row_index_change FOREIGN KEY (sequence) REFERENCES index_change (sequence) ON DELETE CASCADE
);
COMMENT ON TABLE retracted_row IS 'A ledger row that a reorganisation took back, kept as long as its step so that it can be told to whoever was told of it.';
COMMENT ON COLUMN retracted_row.sequence IS 'The IndexChange that retracted it.';
COMMENT ON COLUMN retracted_row."table" IS 'Name of its table.';
COMMENT ON COLUMN retracted_row.height IS 'Height of its block.';
COMMENT ON COLUMN retracted_row.index IS 'Index of its event in the block.';
COMMENT ON COLUMN retracted_row.ordinal IS 'Its number among the rows of the event.';
COMMENT ON COLUMN retracted_row.row IS 'All its columns as a JSON object.';


CREATE INDEX ix_account_address ON account (address);


CREATE INDEX ix_account_claim_user ON account (claim_user);


CREATE INDEX ix_account_network_height ON account (network, height);


CREATE INDEX ix_account_label_network ON account_label (network);


CREATE INDEX ix_account_link_account ON account_link (account);


CREATE INDEX ix_account_link_claim_user ON account_link (claim_user);


CREATE INDEX ix_account_link_sender ON account_link (sender) WHERE sender is not null;


CREATE INDEX ix_block_hash ON block (hash);


CREATE INDEX ix_block_network_time_height ON block (network, time, height);


CREATE INDEX ix_block_without_events ON block (network, height) WHERE events = 0;


CREATE INDEX ix_bridge_failure_from ON bridge_failure (network, from_height);


CREATE INDEX ix_bridge_failure_message_hash ON bridge_failure (message_hash);


CREATE UNIQUE INDEX ix_bridge_failure_open ON bridge_failure (network, message_hash) WHERE to_height is null;


CREATE INDEX ix_bridge_failure_to ON bridge_failure (network, to_height);


CREATE INDEX ix_bridge_transfer_from ON bridge_transfer (network, from_height);


CREATE INDEX ix_bridge_transfer_message_hash ON bridge_transfer (message_hash);


CREATE INDEX ix_bridge_transfer_message_number_direction ON bridge_transfer (message, number, direction);


CREATE UNIQUE INDEX ix_bridge_transfer_open ON bridge_transfer (network, event_height, event_index) WHERE to_height is null;


CREATE INDEX ix_bridge_transfer_receiver_event_time ON bridge_transfer (receiver, event_time);


CREATE INDEX ix_bridge_transfer_sender_event_time ON bridge_transfer (sender, event_time);


CREATE INDEX ix_bridge_transfer_to ON bridge_transfer (network, to_height);


CREATE INDEX ix_bridge_transfer_withdrawal_hash ON bridge_transfer (withdrawal_hash);


CREATE INDEX ix_bridge_withdrawal_from ON bridge_withdrawal (network, from_height);


CREATE UNIQUE INDEX ix_bridge_withdrawal_open ON bridge_withdrawal (network, withdrawal_hash) WHERE to_height is null;


CREATE INDEX ix_bridge_withdrawal_to ON bridge_withdrawal (network, to_height);


CREATE INDEX ix_bridge_withdrawal_withdrawal_hash ON bridge_withdrawal (withdrawal_hash);


CREATE INDEX ix_chain_end_from ON chain_end (network, from_height);


CREATE UNIQUE INDEX ix_chain_end_open ON chain_end (network, last_height) WHERE to_height is null;


CREATE INDEX ix_chain_end_to ON chain_end (network, to_height);


CREATE INDEX ix_claim_claim_user ON claim (claim_user);


CREATE INDEX ix_claim_l2_receiver ON claim (l2_receiver);


CREATE INDEX ix_claim_receiver ON claim (receiver);


CREATE INDEX ix_claim_time ON claim (time);


CREATE INDEX ix_claim_contract_from ON claim_contract (network, from_height);


CREATE UNIQUE INDEX ix_claim_contract_open ON claim_contract (network, contract) WHERE to_height is null;


CREATE INDEX ix_claim_contract_to ON claim_contract (network, to_height);


CREATE INDEX ix_claim_funding_contract ON claim_funding (contract);


CREATE INDEX ix_collective_member_account ON collective_member (account);


CREATE INDEX ix_collective_member_from ON collective_member (network, from_height);


CREATE UNIQUE INDEX ix_collective_member_open ON collective_member (network, body, account) WHERE to_height is null;


CREATE INDEX ix_collective_member_to ON collective_member (network, to_height);


CREATE INDEX ix_delegation_nft_from ON delegation_nft (network, from_height);


CREATE INDEX ix_delegation_nft_network_pool_id_to_height ON delegation_nft (network, pool_id, to_height);


CREATE UNIQUE INDEX ix_delegation_nft_open ON delegation_nft (network, collection_id, nft_id) WHERE to_height is null;


CREATE INDEX ix_delegation_nft_owner_to_height ON delegation_nft (owner, to_height);


CREATE INDEX ix_delegation_nft_to ON delegation_nft (network, to_height);


CREATE INDEX ix_delegation_nft_withdrawal_of_to_height ON delegation_nft (withdrawal_of, to_height) WHERE withdrawal_of is not null;


CREATE INDEX ix_election_vote_from ON election_vote (network, from_height);


CREATE UNIQUE INDEX ix_election_vote_open ON election_vote (network, voter) WHERE to_height is null;


CREATE INDEX ix_election_vote_to ON election_vote (network, to_height);


CREATE INDEX ix_election_vote_voter ON election_vote (voter);


CREATE INDEX ix_holder_account_address ON holder_account USING hash (address);


CREATE INDEX ix_holder_account_holder ON holder_account (holder);


CREATE INDEX ix_holder_account_holder_id ON holder_account (holder_id);


CREATE INDEX ix_identity_account ON identity (account);


CREATE INDEX ix_identity_from ON identity (network, from_height);


CREATE UNIQUE INDEX ix_identity_open ON identity (network, account) WHERE to_height is null;


CREATE INDEX ix_identity_to ON identity (network, to_height);


CREATE INDEX ix_identity_registrar_from ON identity_registrar (network, from_height);


CREATE UNIQUE INDEX ix_identity_registrar_open ON identity_registrar (network, registrar_id) WHERE to_height is null;


CREATE INDEX ix_identity_registrar_to ON identity_registrar (network, to_height);


CREATE INDEX ix_index_change_committed_at ON index_change (committed_at);


CREATE INDEX ix_index_change_retractions ON index_change (network, sequence) WHERE op = 'RETRACTED';


CREATE INDEX ix_migration_entry_account ON migration_entry (account);


CREATE INDEX ix_pool_account ON pool (account);


CREATE INDEX ix_pool_network_height ON pool (network, height);


CREATE INDEX ix_pool_owner ON pool (owner);


CREATE INDEX ix_pool_state_from ON pool_state (network, from_height);


CREATE UNIQUE INDEX ix_pool_state_open ON pool_state (network, pool_id) WHERE to_height is null;


CREATE INDEX ix_pool_state_to ON pool_state (network, to_height);


CREATE INDEX ix_pool_state_total_value ON pool_state (total_value) WHERE to_height is null;


CREATE INDEX ix_position_account_to_height ON position (account, to_height);


CREATE INDEX ix_position_from ON position (network, from_height);


CREATE INDEX ix_position_largest ON position (network, pool_id, shares, account) WHERE to_height is null;


CREATE UNIQUE INDEX ix_position_open ON position (network, pool_id, account) WHERE to_height is null;


CREATE INDEX ix_position_to ON position (network, to_height);


CREATE INDEX ix_preimage_from ON preimage (network, from_height);


CREATE UNIQUE INDEX ix_preimage_open ON preimage (network, hash) WHERE to_height is null;


CREATE INDEX ix_preimage_to ON preimage (network, to_height);


CREATE INDEX ix_proposal_network_height ON proposal (network, height);


CREATE INDEX ix_proposal_proposer ON proposal (proposer);


CREATE INDEX ix_proposal_system_time_network_id ON proposal (system, time, network, id);


CREATE INDEX ix_proposal_time_network_id ON proposal (time, network, id);


CREATE INDEX ix_proposal_choice_from ON proposal_choice (network, from_height);


CREATE UNIQUE INDEX ix_proposal_choice_open ON proposal_choice (network, proposal_id, choice) WHERE to_height is null;


CREATE INDEX ix_proposal_choice_to ON proposal_choice (network, to_height);


CREATE INDEX ix_proposal_event_network_proposal_id_height ON proposal_event (network, proposal_id, height);


CREATE INDEX ix_proposal_event_time ON proposal_event (time);


CREATE INDEX ix_proposal_link_network_proposal_id_height ON proposal_link (network, proposal_id, height);


CREATE INDEX ix_proposal_link_network_target_id ON proposal_link (network, target_id);


CREATE INDEX ix_proposal_state_closing ON proposal_state (status, end_time, network, proposal_id) WHERE to_height is null;


CREATE INDEX ix_proposal_state_from ON proposal_state (network, from_height);


CREATE UNIQUE INDEX ix_proposal_state_open ON proposal_state (network, proposal_id) WHERE to_height is null;


CREATE INDEX ix_proposal_state_to ON proposal_state (network, to_height);


CREATE INDEX ix_proposal_text_from ON proposal_text (network, from_height);


CREATE UNIQUE INDEX ix_proposal_text_open ON proposal_text (network, proposal_id) WHERE to_height is null;


CREATE INDEX ix_proposal_text_to ON proposal_text (network, to_height);


CREATE INDEX ix_reconciliation_network_proposal_id_height ON reconciliation (network, proposal_id, height);


CREATE INDEX ix_reconciliation_time ON reconciliation (time);


CREATE INDEX ix_reward_account_time ON reward (account, time) WHERE account is not null;


CREATE INDEX ix_reward_amount ON reward (amount);


CREATE INDEX ix_reward_network_pool_id_time ON reward (network, pool_id, time);


CREATE INDEX ix_reward_time ON reward (time);


CREATE INDEX ix_session_reading_height ON session_reading USING brin (height);


CREATE INDEX ix_snapshot_tokens_from ON snapshot_tokens (network, from_height);


CREATE UNIQUE INDEX ix_snapshot_tokens_open ON snapshot_tokens (network, proposal_id, account) WHERE to_height is null;


CREATE INDEX ix_snapshot_tokens_to ON snapshot_tokens (network, to_height);


CREATE INDEX ix_stake_event_account_time ON stake_event (account, time);


CREATE INDEX ix_stake_event_counterparty_time ON stake_event (counterparty, time) WHERE kind = 'UNLOCK_CLAIMED';


CREATE INDEX ix_stake_event_network_pool_id_time ON stake_event (network, pool_id, time);


CREATE INDEX ix_stake_event_time ON stake_event (time);


CREATE INDEX ix_tokenomics_from ON tokenomics (network, from_height);


CREATE UNIQUE INDEX ix_tokenomics_open ON tokenomics (network) WHERE to_height is null;


CREATE INDEX ix_tokenomics_to ON tokenomics (network, to_height);


CREATE INDEX ix_unlock_request_from ON unlock_request (network, from_height);


CREATE UNIQUE INDEX ix_unlock_request_open ON unlock_request (network, pool_id, request_height, request_index) WHERE to_height is null;


CREATE INDEX ix_unlock_request_owner ON unlock_request (owner);


CREATE INDEX ix_unlock_request_to ON unlock_request (network, to_height);


CREATE INDEX ix_vault_terms_from ON vault_terms (network, from_height);


CREATE UNIQUE INDEX ix_vault_terms_open ON vault_terms (network, pool_id) WHERE to_height is null;


CREATE INDEX ix_vault_terms_to ON vault_terms (network, to_height);


CREATE INDEX ix_vote_cast_time ON vote (cast_time);


CREATE INDEX ix_vote_from ON vote (network, from_height);


CREATE UNIQUE INDEX ix_vote_open ON vote (network, proposal_id, voter, kind) WHERE to_height is null;


CREATE INDEX ix_vote_to ON vote (network, to_height);


CREATE INDEX ix_vote_voter_network_cast_height ON vote (voter, network, cast_height);


CREATE INDEX ix_vote_delegation_delegate ON vote_delegation (delegate);


CREATE INDEX ix_vote_delegation_delegator ON vote_delegation (delegator);


CREATE INDEX ix_vote_delegation_from ON vote_delegation (network, from_height);


CREATE UNIQUE INDEX ix_vote_delegation_open ON vote_delegation (network, scope, delegator) WHERE to_height is null;


CREATE INDEX ix_vote_delegation_to ON vote_delegation (network, to_height);


CREATE INDEX ix_vote_event_network_proposal_id_height ON vote_event (network, proposal_id, height);


CREATE INDEX ix_vote_event_time ON vote_event (time);


CREATE INDEX ix_vote_event_voter_network_height ON vote_event (voter, network, height);


CREATE INDEX ix_voting_power_account ON voting_power (account);


CREATE INDEX ix_voting_power_from ON voting_power (network, from_height);


CREATE UNIQUE INDEX ix_voting_power_open ON voting_power (network, token, account) WHERE to_height is null;


CREATE INDEX ix_voting_power_to ON voting_power (network, to_height);


CREATE INDEX ix_whitelist_entry_from ON whitelist_entry (network, from_height);


CREATE UNIQUE INDEX ix_whitelist_entry_open ON whitelist_entry (network, pool_id, account) WHERE to_height is null;


CREATE INDEX ix_whitelist_entry_to ON whitelist_entry (network, to_height);


CREATE INDEX ix_worker_from ON worker (network, from_height);


CREATE INDEX ix_worker_network_public_key ON worker (network, public_key);


CREATE INDEX ix_worker_network_state ON worker (network, state) WHERE to_height is null;


CREATE UNIQUE INDEX ix_worker_open ON worker (network, pool_id, public_key) WHERE to_height is null;


CREATE INDEX ix_worker_to ON worker (network, to_height);


CREATE INDEX ix_worker_registration_from ON worker_registration (network, from_height);


CREATE UNIQUE INDEX ix_worker_registration_open ON worker_registration (network, public_key) WHERE to_height is null;


CREATE INDEX ix_worker_registration_to ON worker_registration (network, to_height);


CREATE INDEX ix_wrapped_balance_account_to_height ON wrapped_balance (account, to_height);


CREATE INDEX ix_wrapped_balance_from ON wrapped_balance (network, from_height);


CREATE UNIQUE INDEX ix_wrapped_balance_open ON wrapped_balance (network, account) WHERE to_height is null;


CREATE INDEX ix_wrapped_balance_to ON wrapped_balance (network, to_height);



create view migration_chain as
 SELECT chain.network,
    chain.kind,
    ended.last_height,
    ended.ended_at,
    COALESCE(ended.balances_read, false) AS balances_read,
    funding.network AS claim_network,
    funding.contract,
    funding.deposited_at,
    COALESCE(funding.free, 0::numeric) AS deposited_free,
    COALESCE(funding.staked, 0::numeric) AS deposited_staked,
    paid.shares IS NOT NULL AS price_stated,
    COALESCE(paid.assets, chain.assets) AS price_assets,
    COALESCE(paid.shares, chain.shares) AS price_shares
   FROM ( VALUES ('khala'::text,'KHALA'::text,1::numeric,1::numeric), ('phala'::text,'PHALA'::text,'42148385793480375048000000'::numeric,'35407137584585511432035582'::numeric)) chain(network, kind, assets, shares)
     LEFT JOIN chain_end ended ON ended.network = chain.network AND ended.to_height IS NULL
     LEFT JOIN LATERAL ( SELECT claim_funding.network,
            claim_funding.contract,
            min(claim_funding."time") AS deposited_at,
            sum(claim_funding.free) AS free,
            sum(claim_funding.staked) AS staked
           FROM claim_funding
          WHERE claim_funding.kind = chain.kind
          GROUP BY claim_funding.network, claim_funding.contract
          ORDER BY (min(claim_funding."time")), claim_funding.network, claim_funding.contract
         LIMIT 1) funding ON true
     LEFT JOIN claim_contract paid ON paid.network = funding.network AND paid.contract = funding.contract AND paid.to_height IS NULL AND paid.shares > 0::numeric;
comment on view migration_chain is 'The move of each parachain: its end, the contract that pays its claims, and the price of a share of the PHA vault in them (price_assets / price_shares).';

create view migration_account as
 SELECT chain.network,
    COALESCE(held.claim_user, claim.claim_user) AS claim_user,
    held.account,
    COALESCE(held.free, 0::numeric) AS free,
    COALESCE(held.staked, 0::numeric) AS staked,
    COALESCE(held.cost, 0::numeric) AS cost,
    div(COALESCE(held.staked, 0::numeric) * chain.price_shares, chain.price_assets) AS shares,
    COALESCE(held.vesting, 0::numeric) AS vesting,
    COALESCE(held.locked, 0::numeric) AS locked,
    COALESCE(held.reserved, 0::numeric) AS reserved,
    COALESCE(held.entries, 0::bigint) AS entries,
    chain.last_height,
    chain.ended_at,
    chain.balances_read,
    chain.claim_network,
    chain.contract,
    claim.network AS claimed_on,
    claim.height AS claim_height,
    claim.index AS claim_index,
    claim.ordinal AS claim_ordinal,
    claim."time" AS claimed_at,
    claim.by_admin,
    claim.receiver,
    COALESCE(claim.l2_receiver, claim.receiver) AS share_receiver,
    claim.free AS claimed_free,
    claim.staked_shares AS claimed_shares,
    div(claim.staked_shares * chain.price_assets, chain.price_shares) AS claimed_staked
   FROM ( SELECT migration_entry.network,
            migration_entry.account,
            SUBSTRING(migration_entry.account FROM 1 FOR 20) AS claim_user,
            COALESCE(sum(migration_entry.amount) FILTER (WHERE migration_entry.leg = 'FREE'::text), 0::numeric) AS free,
            COALESCE(sum(migration_entry.amount) FILTER (WHERE migration_entry.leg = 'STAKED'::text), 0::numeric) AS staked,
            sum(migration_entry.cost) FILTER (WHERE migration_entry.leg = 'STAKED'::text) AS cost,
            sum(migration_entry.amount) FILTER (WHERE migration_entry.kind = 'VESTING'::text) AS vesting,
            sum(migration_entry.amount) FILTER (WHERE migration_entry.kind = 'LOCKED'::text) AS locked,
            sum(migration_entry.amount) FILTER (WHERE migration_entry.kind = 'RESERVED'::text) AS reserved,
            count(*) AS entries
           FROM migration_entry
          WHERE migration_entry.kind <> 'ROUNDING'::text
          GROUP BY migration_entry.network, migration_entry.account) held
     FULL JOIN ( SELECT claim_1.network,
            claim_1.height,
            claim_1.index,
            claim_1.ordinal,
            claim_1.kind,
            claim_1.contract,
            claim_1.claim_user,
            claim_1.free,
            claim_1.staked_shares,
            claim_1.staked_value,
            claim_1.receiver,
            claim_1.l2_receiver,
            claim_1."time",
            claim_1.transaction,
            claim_1.extrinsic,
            claim_1.by_admin,
            lower(claim_1.kind) AS origin
           FROM claim claim_1) claim ON claim.origin = held.network AND claim.claim_user = held.claim_user
     JOIN migration_chain chain ON chain.network = COALESCE(held.network, claim.origin);
comment on view migration_account is 'What each account had when its parachain ended (free and staked by side of the claim, in units of 10^-18 PHA), and its claim; columns of the claim are null while it is unclaimed, account is null while no indexed network names one with the claim''s first 20 bytes.';

create view migration_difference as
 SELECT moved.network,
    moved.claim_user,
    moved.account,
    moved.claimed_at,
    difference.reason,
    difference.free,
    difference.staked
   FROM ( SELECT claimed.network,
            claimed.claim_user,
            claimed.account,
            claimed.free,
            claimed.staked,
            claimed.cost,
            claimed.shares,
            claimed.vesting,
            claimed.locked,
            claimed.reserved,
            claimed.entries,
            claimed.last_height,
            claimed.ended_at,
            claimed.balances_read,
            claimed.claim_network,
            claimed.contract,
            claimed.claimed_on,
            claimed.claim_height,
            claimed.claim_index,
            claimed.claim_ordinal,
            claimed.claimed_at,
            claimed.by_admin,
            claimed.receiver,
            claimed.share_receiver,
            claimed.claimed_free,
            claimed.claimed_shares,
            claimed.claimed_staked,
            claimed.free_rest,
            claimed.staked_rest,
            claimed.tolerance,
                CASE
                    WHEN claimed.balances_read AND (sign(claimed.free_rest) * sign(claimed.staked_rest)) < 0::numeric AND LEAST(abs(claimed.free_rest), abs(claimed.staked_rest)) > claimed.tolerance::numeric THEN sign(claimed.free_rest) * LEAST(abs(claimed.free_rest), abs(claimed.staked_rest))
                    ELSE 0::numeric
                END AS crossed
           FROM ( SELECT migration_account.network,
                    migration_account.claim_user,
                    migration_account.account,
                    migration_account.free,
                    migration_account.staked,
                    migration_account.cost,
                    migration_account.shares,
                    migration_account.vesting,
                    migration_account.locked,
                    migration_account.reserved,
                    migration_account.entries,
                    migration_account.last_height,
                    migration_account.ended_at,
                    migration_account.balances_read,
                    migration_account.claim_network,
                    migration_account.contract,
                    migration_account.claimed_on,
                    migration_account.claim_height,
                    migration_account.claim_index,
                    migration_account.claim_ordinal,
                    migration_account.claimed_at,
                    migration_account.by_admin,
                    migration_account.receiver,
                    migration_account.share_receiver,
                    migration_account.claimed_free,
                    migration_account.claimed_shares,
                    migration_account.claimed_staked,
                    migration_account.free - migration_account.claimed_free AS free_rest,
                    migration_account.staked - migration_account.claimed_staked AS staked_rest,
                    (migration_account.entries + 1) * 1000000 AS tolerance
                   FROM migration_account
                  WHERE migration_account.claimed_at IS NOT NULL) claimed) moved
     CROSS JOIN LATERAL ( SELECT part.reason,
            sum(part.free) AS free,
            sum(part.staked) AS staked
           FROM ( VALUES ('OTHER_LEG'::text,moved.crossed,- moved.crossed), (
                        CASE
                            WHEN moved.last_height IS NULL THEN 'CHAIN_NOT_INDEXED'::text
                            WHEN abs(moved.free_rest - moved.crossed) <= moved.tolerance::numeric THEN 'ROUNDING'::text
                            WHEN moved.by_admin THEN 'MANUAL_PAYMENT'::text
                            WHEN NOT moved.balances_read THEN 'FREE_NOT_INDEXED'::text
                            WHEN (moved.free_rest - moved.crossed) < 0::numeric THEN 'OFF_CHAIN'::text
                            WHEN (moved.free_rest - moved.crossed) = moved.vesting THEN 'VESTING'::text
                            WHEN (moved.free_rest - moved.crossed) = ANY (ARRAY[moved.locked, moved.locked + moved.vesting]) THEN 'LOCKED'::text
                            WHEN (moved.free_rest - moved.crossed) = ANY (ARRAY[moved.reserved, moved.reserved + moved.locked, moved.reserved + moved.locked + moved.vesting]) THEN 'RESERVED'::text
                            ELSE 'UNEXPLAINED'::text
                        END,moved.free_rest - moved.crossed,0), (
                        CASE
                            WHEN moved.last_height IS NULL THEN 'CHAIN_NOT_INDEXED'::text
                            WHEN abs(moved.staked_rest + moved.crossed) <= moved.tolerance::numeric THEN 'ROUNDING'::text
                            WHEN moved.by_admin THEN 'MANUAL_PAYMENT'::text
                            WHEN (moved.staked_rest + moved.crossed) < 0::numeric THEN 'OFF_CHAIN'::text
                            ELSE 'UNEXPLAINED'::text
                        END,0,moved.staked_rest + moved.crossed)) part(reason, free, staked)
          WHERE part.free <> 0::numeric OR part.staked <> 0::numeric
          GROUP BY part.reason) difference;
comment on view migration_difference is 'What an account had when its parachain ended less what its claim paid, by reason: expected = claimed + the sum of its differences, on each side and to the last unit. OTHER_LEG adds up to zero.';

create view migration as
 SELECT chain.network,
    chain.kind,
    chain.last_height,
    chain.ended_at,
    chain.balances_read,
    chain.claim_network,
    chain.contract,
    chain.deposited_at,
    chain.deposited_free,
    chain.deposited_staked,
    chain.price_stated,
    chain.price_assets,
    chain.price_shares,
    COALESCE(total.accounts, 0::bigint) AS accounts,
    COALESCE(total.free, 0::numeric) AS expected_free,
    COALESCE(total.staked, 0::numeric) AS expected_staked,
    COALESCE(( SELECT sum(migration_entry.amount) AS sum
           FROM migration_entry
          WHERE migration_entry.network = chain.network AND migration_entry.kind = 'ROUNDING'::text), 0::numeric) AS rounding,
    COALESCE(total.claims, 0::bigint) AS claims,
    COALESCE(total.claimed_free, 0::numeric) AS claimed_free,
    COALESCE(total.claimed_staked, 0::numeric) AS claimed_staked,
    COALESCE(total.claimed_shares, 0::numeric) AS claimed_shares,
    COALESCE(total.unclaimed_accounts, 0::bigint) AS unclaimed_accounts,
    COALESCE(total.unclaimed_free, 0::numeric) AS unclaimed_free,
    COALESCE(total.unclaimed_staked, 0::numeric) AS unclaimed_staked,
    COALESCE(total.unclaimed_shares, 0::numeric) AS unclaimed_shares,
    COALESCE(total.free - total.claimed_free - total.unclaimed_free, 0::numeric) AS difference_free,
    COALESCE(total.staked - total.claimed_staked - total.unclaimed_staked, 0::numeric) AS difference_staked
   FROM migration_chain chain
     LEFT JOIN ( SELECT migration_account.network,
            count(migration_account.account) AS accounts,
            sum(migration_account.free) AS free,
            sum(migration_account.staked) AS staked,
            count(migration_account.claimed_at) AS claims,
            COALESCE(sum(migration_account.claimed_free), 0::numeric) AS claimed_free,
            COALESCE(sum(migration_account.claimed_staked), 0::numeric) AS claimed_staked,
            COALESCE(sum(migration_account.claimed_shares), 0::numeric) AS claimed_shares,
            count(*) FILTER (WHERE migration_account.claimed_at IS NULL) AS unclaimed_accounts,
            COALESCE(sum(migration_account.free) FILTER (WHERE migration_account.claimed_at IS NULL), 0::numeric) AS unclaimed_free,
            COALESCE(sum(migration_account.staked) FILTER (WHERE migration_account.claimed_at IS NULL), 0::numeric) AS unclaimed_staked,
            COALESCE(sum(migration_account.shares) FILTER (WHERE migration_account.claimed_at IS NULL), 0::numeric) AS unclaimed_shares
           FROM migration_account
          GROUP BY migration_account.network) total ON total.network = chain.network;
comment on view migration is 'The move of each parachain in total: expected = claimed + unclaimed + difference, on each side and to the last unit.';
