-- One million ledger rows: 560,000 stake events, 410,000 rewards, 15,000 claims and their account links, on 4,000 pools;
-- beside them 100,000 votes on 600 proposals.
-- Few pools and few accounts have most of them, as on the real chains. The same rows every time.

-- step: networks and accounts
select setseed(0.5);

-- So many rows of a list, in a smaller world.
create function pg_temp.part(rows int) returns int language sql immutable as
  $$ select ceil(rows * current_setting('bench.part')::numeric)::int $$;

create temporary table era as
select * from (values
  ('khala', 1::bigint, 7918688::bigint, 80::bigint, timestamptz '2021-09-01 00:00Z', 13.3::float8),
  ('phala', 1, 9064613, 70, timestamptz '2022-03-01 00:00Z', 12.9),
  ('ethereum', 21596326, 24000000, 40, timestamptz '2025-01-10 00:00Z', 12.0)
) as era (network, first, last, step, start, seconds);

insert into network (name, kind, genesis_hash, chain_id, start_block, last_block)
select network,
       case network when 'ethereum' then 'EVM' else 'SUBSTRATE' end,
       case network when 'ethereum' then null else sha256(network::bytea) end,
       case network when 'ethereum' then 1 end,
       first,
       case network when 'ethereum' then null else last end
from era;

insert into cursor (network, height, hash, time, events, entries, finalized_height)
select network, last, sha256((network || last)::bytea), start + (last - first) * seconds * interval '1 second', last, 400000, last
from era;

insert into ingestion_status (network, state, reason, since, head_height, finalized_height, updated_at)
select network, case network when 'ethereum' then 'LIVE' else 'FINISHED' end, null, now(), last, last, now() from era;

insert into account (network, address, height, time)
select era.network, address, height, start + (height - first) * seconds * interval '1 second'
from bench_account, era,
     lateral (select first + (random() * (last - first))::bigint as height) met
where case when length(address) = 20 then network = 'ethereum' else network <> 'ethereum' and (number + first) % 3 < 2 end;

-- step: pools
insert into pool (network, id, kind, pid, owner, account, reward_account, stake_account, collection_id, height, time)
select network,
       case network when 'ethereum' then '0x21d6ec8fc14caacc55afa23cba66798dab3a0ec0' else pid::text end,
       case when network = 'ethereum' then 'ERC4626' when pid % 10 = 3 then 'VAULT' else 'STAKE_POOL' end,
       case network when 'ethereum' then null else pid end,
       case network when 'ethereum' then null else address end,
       sha256(('pool ' || pid)::bytea),
       case network when 'ethereum' then null else sha256(('rewards of pool ' || pid)::bytea) end,
       case network when 'ethereum' then null else sha256(('stake of pool ' || pid)::bytea) end,
       case network when 'ethereum' then null else pid + 10000 end,
       height,
       start + (height - first) * seconds * interval '1 second'
from generate_series(0, pg_temp.part(4000) - 1) pid
join era on network = case when pid = 0 then 'ethereum' when pid % 5 < 2 then 'khala' else 'phala' end
join bench_account on number = pid % 700 and length(address) = 32,
     lateral (select first + step * ((pid * 97) % ((last - first) / step / 4)) as height) created;

create temporary table bench_pool as
select row_number() over (order by pool.pid nulls first) - 1 as number, pool.network, pool.id, pool.owner, pool.height, era.first, era.last, era.step, era.start, era.seconds
from pool join era using (network);
create unique index on bench_pool (number);
analyze bench_pool;

-- step: positions
create temporary table bench_position as
select row_number() over (order by weight) - 1 as number, network, id as pool_id, address as account, shares, opened, first, last, step, start, seconds
from (
  select distinct on (network, id, address) *, random() as weight,
         (power(10, 18 + 5 * random()) + 1000000)::numeric(39, 0) as shares,
         height + step * floor(random() * 0.8 * (last - height) / step)::bigint as opened
  from (
    select floor(4000 * power(random(), 3))::int as pool, floor(25000 * power(random(), 2))::int as owned_by
    from generate_series(1, pg_temp.part(90000))
    union all
    select 0, floor(15000 * power(random(), 2))::int from generate_series(1, pg_temp.part(8000))
  ) drawn
  join bench_pool on bench_pool.number = pool
  join bench_account on bench_account.number = owned_by and (length(address) = 20) = (network = 'ethereum')
  order by network, id, address
) pairs;
create unique index on bench_position (number);
analyze bench_position;

-- Each position has three versions: it grew twice.
insert into position (network, from_height, pool_id, account, shares, withdrawing_shares, unlocking_value, cost, reward_index, accrued_reward, available_reward, reward_debt, to_height)
select network,
       opened + version * ((last - opened) / 4),
       pool_id,
       account,
       div(shares * (version + 1), 3),
       case when version = 2 and number % 50 = 0 then div(shares, 10) else 0 end,
       case when network = 'ethereum' and number % 20 = 0 then div(shares, 5) else 0 end,
       div(shares * (version + 1), 3),
       version::numeric * 30000000000000000000000000000000000,
       div(shares * version, 40),
       0,
       0,
       case when version < 2 then opened + (version + 1) * ((last - opened) / 4) end
from bench_position, generate_series(0, 2) version;

-- step: states of pools
-- Each pool has thirty versions, its value following its positions.
insert into pool_state (network, from_height, pool_id, owner, total_value, total_shares, withdrawing_shares, unlocking_value, bridged_shares, bridged_cost, free_value, commission, capacity, owner_reward, owner_shares, last_checkpoint_price, worker_count, idle_worker_shares, whitelist_enabled, is_shut_down, reward_index, rewards_to_owner, rewards_to_stakers, to_height)
select network,
       height + version * ((last - height) / 30),
       id,
       owner,
       div(total * (version + 1) * (1000 + version), 30000),
       div(total * (version + 1), 30),
       0,
       0,
       0,
       0,
       div(total, 50),
       case network when 'ethereum' then null else (number % 20) * 10000 end,
       case when number % 3 = 0 then total * 2 end,
       div(total, 1000),
       0,
       null,
       number % 40,
       (number % 40) * 1000,
       number % 25 = 0,
       false,
       (version + 1)::numeric * 3000000000000000000000000000000000,
       div(total * version, 3000),
       div(total * version, 300),
       case when version < 29 then height + (version + 1) * ((last - height) / 30) end
from (
  select bench_pool.*, coalesce(total, 0) as total
  from bench_pool
  left join (select network, pool_id as id, sum(shares) as total from bench_position group by 1, 2) sums using (network, id)
) pools, generate_series(0, 29) version;

insert into worker (network, from_height, public_key, pool_id, session, session_id, state, stake, initial_v, initial_p, is_removed, to_height)
select network, height, sha256((id || ' worker ' || worker)::bytea), id, sha256((id || ' session ' || worker)::bytea), 3 * number + worker,
       'IDLE', 5000e18::numeric(39, 0), 10000::numeric * 18446744073709551616, 1000, false, null
from bench_pool, generate_series(1, 3) worker where network <> 'ethereum';

insert into vault_terms (network, from_height, pool_id, reward_rate, treasury_ratio, unlock_period, max_unlock_requests, to_height)
select network, height, id, 300000000000000000, 2000, 1814400, 5, null from bench_pool where network = 'ethereum';

insert into unlock_request (network, from_height, pool_id, request_height, request_index, owner, receiver, assets, requested_at, to_height)
select network, opened, pool_id, opened, number, account, account, div(shares, 5), start + (opened - first) * seconds * interval '1 second', null
from bench_position where network = 'ethereum' and number % 20 = 0;

-- step: stake events
insert into stake_event (network, height, index, ordinal, pool_id, account, kind, amount, value, shares, withdrawing_shares, unlocking_value, cost, counterparty, time, transaction, extrinsic)
select network, height, number, 0, pool_id, account, kind, size,
       size * sign, size * sign, 0, 0, size * sign, null,
       start + (height - first) * seconds * interval '1 second',
       case network when 'ethereum' then sha256(('transaction ' || number)::bytea) end,
       case network when 'ethereum' then null else number % 5 end
from (
  select event.number, position.*, size, kind, sign, opened + step * floor(random() * (last - opened) / step)::bigint as height
  from (
    select number, floor((select count(*) from bench_position) * power(random(), 2))::bigint as of, random() as dice
    from generate_series(1, pg_temp.part(560000)) number
  ) event
  join lateral (
    select network, pool_id, account, shares, opened, first, last, step, start, seconds from bench_position where bench_position.number = of
  ) position on true,
  lateral (
    select div(shares, 7 + event.number % 13) as size,
           case when network = 'ethereum' then case when dice < 0.6 then 'DEPOSIT' when dice < 0.8 then 'UNLOCK_REQUESTED' else 'TRANSFER_IN' end
                when dice < 0.55 then 'CONTRIBUTION' when dice < 0.75 then 'WITHDRAWAL_QUEUED' when dice < 0.95 then 'WITHDRAWAL' else 'OWNER_SHARES_GAINED' end as kind,
           case when dice < 0.6 then 1 when dice < 0.8 then 0 else -1 end as sign
  ) drawn
) rows
order by start + (height - first) * seconds * interval '1 second', network, height, number;

-- step: rewards
insert into reward (network, height, index, ordinal, pool_id, account, kind, amount, total_shares, stated, time, transaction, extrinsic)
select network, height, number, 0, id,
       case when dice < 0.7 then null else owner end,
       case when dice < 0.7 then 'STAKERS' when dice < 0.95 then 'OWNER' else 'COMMISSION' end,
       (power(10, 15 + 5 * amount) * 1000)::numeric(39, 0) * case when dice < 0.95 then 1 else -1 end,
       1000000e18::numeric(39, 0),
       network <> 'ethereum' and dice < 0.95,
       start + (height - first) * seconds * interval '1 second',
       null,
       null
from (
  select reward.number, dice, amount, bench_pool.network, id, owner, first, start, seconds,
         height + step * floor(random() * (last - height) / step)::bigint as height
  from (
    select number, random() as dice, random() as amount, floor(4000 * power(random(), 3))::bigint as of from generate_series(1, pg_temp.part(410000)) number
  ) reward
  join bench_pool on bench_pool.number = of
) rows
order by start + (height - first) * seconds * interval '1 second', network, height, number;

-- step: claims
create temporary table bench_claim as
select substrate.number, substrate.address as claimant, evm.address as receiver, first + step * (substrate.number * 3) as height, first, start, seconds,
       (power(10, 18 + 5 * random()))::numeric(39, 0) as free, (power(10, 18 + 5 * random()))::numeric(39, 0) as staked
from bench_account substrate
join bench_account evm on evm.number = substrate.number and length(evm.address) = 20 and length(substrate.address) = 32
join era on network = 'ethereum';

insert into claim (network, height, index, ordinal, kind, contract, claim_user, free, staked_shares, staked_value, receiver, l2_receiver, time, transaction, extrinsic)
select 'ethereum', height, number, 0,
       case when number % 3 = 0 then 'KHALA' else 'PHALA' end,
       substring(sha256('claimer') from 1 for 20),
       substring(claimant from 1 for 20),
       free, staked, div(staked * 101, 100), receiver, null,
       start + (height - first) * seconds * interval '1 second',
       sha256(('claim ' || number)::bytea), null
from bench_claim order by height;

insert into account_link (network, height, index, ordinal, claim_user, account, kind, time, transaction, extrinsic)
select 'ethereum', height, number, 0, substring(claimant from 1 for 20), receiver,
       case when number % 3 = 0 then 'KHALA_CLAIM' else 'PHALA_CLAIM' end,
       start + (height - first) * seconds * interval '1 second',
       sha256(('claim ' || number)::bytea), null
from bench_claim order by height;

-- step: proposals
-- Referenda of the parachains and proposals of a Governor, one after the other; the last ones are still voted on.
create temporary table bench_proposal as
select number, network, step, first, start, seconds,
       case network when 'ethereum' then 'governor/' else 'referendum/' end || number as id,
       first + step * ((last - first) / step * number / 600) as height,
       first + step * ((last - first) / step * number / 600) + step * ((last - first) / step / 12) as closes,
       last
from generate_series(0, 599) number
join era on network = case number % 5 when 0 then 'ethereum' when 1 then 'khala' when 2 then 'khala' else 'phala' end;

insert into proposal (network, id, system, native_id, space, proposer, source_time, height, index, ordinal, time, transaction, extrinsic)
select network, id, case network when 'ethereum' then 'GOVERNOR' else 'REFERENDUM' end, number::text, null,
       (select address from bench_account where number = bench_proposal.number and length(address) = case network when 'ethereum' then 20 else 32 end),
       null, height, 0, 0, start + (height - first) * seconds * interval '1 second',
       case network when 'ethereum' then sha256(('proposal ' || number)::bytea) end,
       case network when 'ethereum' then null else 1 end
from bench_proposal;

insert into proposal_text (network, from_height, proposal_id, title, body, discussion, call_hash, call, voting_type, strategies, edited_time, to_height)
select network, height, id, 'Proposal ' || number, repeat('What it is for. ', 40), null, null, null, null, null, null, null
from bench_proposal;

insert into proposal_event (network, height, index, ordinal, proposal_id, kind, status, account, amount, error, time, transaction, extrinsic)
select network, at, 100000 + number, 0, id, kind, status, null, null, null, start + (at - first) * seconds * interval '1 second', null, 1
from bench_proposal,
     lateral (values (height, 'STARTED', 'ACTIVE'), (closes, 'PASSED', 'PASSED')) as step_of (at, kind, status)
where at <= last;

-- step: votes
-- Few proposals have most votes, and few accounts cast them.
create temporary table bench_vote as
select *, row_number() over () as number
from (
  select distinct on (network, id, address) network, id, closes, address, weight, is_aye, first, start, seconds,
         least(last, bench_proposal.height + 1 + floor(random() * (least(last, closes) - bench_proposal.height - 1))::bigint) as height
  from (
    select floor(600 * power(random(), 2))::int as number, floor(15000 * power(random(), 2))::int as cast_by,
           (power(10, 18 + 5 * random()))::numeric(39, 0) as weight, random() < 0.7 as is_aye
    from generate_series(1, pg_temp.part(100000))
  ) drawn
  join bench_proposal using (number)
  join bench_account on bench_account.number = cast_by and (length(address) = 20) = (network = 'ethereum')
  where bench_proposal.height < last
  order by network, id, address
) votes;

insert into vote_event (network, height, index, ordinal, proposal_id, voter, kind, action, choice, selection, balance, conviction, ayes, nays, abstains, others, delegated_weight, delegated_balance, source_time, reason, native_id, time, transaction, extrinsic)
select network, height, 200000 + number, 0, id, address, 'DIRECT', 'CAST', case when is_aye then 'AYE' else 'NAY' end, null, weight,
       case network when 'ethereum' then null else 1 end, case when is_aye then weight else 0 end, case when is_aye then 0 else weight end,
       0, 0, 0, 0, null, null, null, start + (height - first) * seconds * interval '1 second', null, 1
from bench_vote;

insert into vote (network, from_height, proposal_id, voter, kind, choice, selection, balance, conviction, ayes, nays, abstains, others, delegated_weight, delegated_balance, counts, cast_height, cast_index, cast_time, is_unlocked, reason, native_id, to_height)
select network, height, proposal_id, voter, kind, choice, null, balance, conviction, ayes, nays, 0, 0, 0, 0, true, height, index, time, false, null, null, null
from vote_event;

-- Each block with votes gives the proposal a version, its end the last.
insert into proposal_state (network, from_height, proposal_id, status, ayes, nays, abstains, others, turnout, voters, electorate, electorate_kind, threshold, start_height, end_height, start_time, end_time, is_flagged, scores_final, to_height)
select network, height, id, case when height >= closes then 'PASSED' else 'ACTIVE' end, ayes, nays, 0, 0, ayes + nays, voters,
       1000000000e18::numeric(39, 0), case network when 'ethereum' then 'PAST_TOTAL_SUPPLY' else 'TOTAL_ISSUANCE' end, 'SIMPLE_MAJORITY',
       opened, closes, start + (opened - first) * seconds * interval '1 second', start + (closes - first) * seconds * interval '1 second', false, false,
       lead(height) over (partition by network, id order by height)
from (
  select network, id, height, closes, opened, first, start, seconds,
         sum(sum(ayes)) over (partition by network, id order by height) as ayes,
         sum(sum(nays)) over (partition by network, id order by height) as nays,
         sum(sum(voters)) over (partition by network, id order by height) as voters
  from (
    select network, id, height, closes, height as opened, first, start, seconds, 0::numeric as ayes, 0::numeric as nays, 0 as voters from bench_proposal
    union all
    select network, id, closes, closes, height, first, start, seconds, 0, 0, 0 from bench_proposal where closes <= last
    union all
    select network, id, bench_vote.height, bench_vote.closes, bench_proposal.height, bench_vote.first, bench_vote.start, bench_vote.seconds,
           case when is_aye then weight else 0 end, case when is_aye then 0 else weight end, 1
    from bench_vote join bench_proposal using (network, id)
  ) changes
  group by network, id, height, closes, opened, first, start, seconds
) tallies;

insert into vote_delegation (network, from_height, scope, delegator, delegate, balance, conviction, to_height)
select network, first + step * delegators.number, 'DEMOCRACY', delegators.address, delegates.address, 1000e18::numeric(39, 0), 1, null
from era
join bench_account delegators on length(delegators.address) = 32 and delegators.number % 25 = 24
join bench_account delegates on length(delegates.address) = 32 and delegates.number = delegators.number % 40
where network in ('khala', 'phala');

-- step: blocks
insert into block (network, height, hash, parent_hash, time, spec_version, events)
select network, height, sha256((network || height)::bytea), sha256((network || height - 1)::bytea), time,
       case network when 'ethereum' then null else 1250 end, count(*)
from (
  select network, height, time from stake_event
  union all select network, height, time from reward
  union all select network, height, time from claim
  union all select network, height, time from vote_event
  union all select network, height, time from proposal_event
) rows
group by network, height, time;

-- step: statistics
vacuum analyze;
