-- A network with :rows rewards in 100 pools, ten a block, and one holder who was in ten of the pools for five years: a move in each of them
-- every second week, and a version of these pools with each of their rewards. The same rows every time.
insert into network (name, kind, genesis_hash, start_block, last_block)
values ('phala', 'SUBSTRATE', sha256('phala'), 1, :rows / 10);

insert into block (network, height, hash, parent_hash, time, spec_version, events)
select 'phala', height, sha256(height::text::bytea), sha256((height - 1)::text::bytea),
       timestamptz '2020-01-01 00:00Z' + (height::numeric * 157680000 / (:rows / 10)) * interval '1 second', 1254, 10
from generate_series(1, :rows / 10) height;

insert into cursor (network, height, hash, time, events, entries, finalized_height)
select network, height, hash, time, :rows, :rows, height from block order by height desc limit 1;

insert into pool (network, id, kind, pid, owner, account, collection_id, height, time)
select 'phala', pid::text, 'STAKE_POOL', pid, sha256(('owner' || pid)::bytea), sha256(('pool' || pid)::bytea), pid + 10000, 1,
       (select time from block where height = 1)
from generate_series(0, 99) pid;

-- Indexes are made faster over all rows than row by row.
create temporary table later as select indexname, indexdef from pg_indexes where tablename = 'reward' and indexname <> 'pk_reward';
do $$ declare one record; begin for one in select * from later loop execute 'drop index ' || one.indexname; end loop; end $$;

insert into reward (network, height, index, ordinal, time, pool_id, kind, amount, total_shares, stated)
select network, height, index, 0, time, ((height * 10 + index) % 100)::text, 'STAKERS', 1000000000000000 + index, 1000000000000000000000000, true
from block cross join generate_series(0, 9) index;

do $$ declare one record; begin for one in select * from later loop execute one.indexdef; end loop; end $$;

insert into pool_state (network, pool_id, from_height, to_height, owner, total_value, total_shares, withdrawing_shares, unlocking_value,
  bridged_shares, bridged_cost, free_value, owner_reward, owner_shares, worker_count, whitelist_enabled, is_shut_down, reward_index,
  rewards_to_owner, rewards_to_stakers)
select 'phala', pool_id, height, lead(height) over (partition by pool_id order by height), null, 1000000000000000000000000 + earned,
       1000000000000000000000000, 0, 0, 0, 0, 0, 0, 0, 0, false, false, earned * 1000000000000, 0, earned
from (
  select pool_id, height, sum(amount) over w as earned, lead(height) over w as next
  from reward
  window w as (partition by pool_id order by height)) version
-- Of the pools that nobody looks at closely, the versions at the ends of the periods.
where length(pool_id) = 1 or next is null or (height < :rows / 100 and next >= :rows / 100);

analyze block;
analyze pool_state;

create temporary table move as
select pool.pid, number, block.height, block.time,
       row_number() over (partition by pool.pid order by block.height) as turn
from pool cross join generate_series(1, 130) number
join block on block.height = number * (:rows / 10) / 131 + pool.pid
where pool.pid < 10;

insert into stake_event (network, height, index, ordinal, time, transaction, extrinsic, pool_id, account, kind, amount, value, shares,
  withdrawing_shares, unlocking_value, cost)
select 'phala', height, 20, pid, time, sha256((height || ' ' || pid)::bytea), 1, pid::text, sha256('holder'), 'TRANSFER_IN', 0, 0,
       1000000000000000000, 0, 0, 0
from move;

insert into position (network, pool_id, account, from_height, to_height, shares, withdrawing_shares, unlocking_value, cost, reward_index,
  accrued_reward)
select 'phala', pid::text, sha256('holder'), height, lead(height) over w, turn * 1e18, 0, 0, 0, index,
       coalesce(sum(floor((turn - 1) * 1e18 * (index - before) * 1e-36)) over w, 0)
from (
  select move.*, state.reward_index as index, lag(state.reward_index) over (partition by pid order by height) as before
  from move cross join lateral (
    select reward_index from pool_state where pool_state.network = 'phala' and pool_state.pool_id = pid::text and from_height <= height order by from_height desc limit 1) state) held
window w as (partition by pid order by height);

insert into account (network, address, height, time) select 'phala', sha256('holder'), min(height), min(time) from move;
insert into holder_account (address, holder, holder_id, display)
values (sha256('holder'), sha256('holder'), substring(sha256('holder') from 1 for 20), 'holder');
