using Indexer.Simulator.Staking;

namespace Indexer.Simulator.Mining;

/// <summary>The PhalaStakePool pallet: stake stays locked on the accounts, rewards wait beside the shares.</summary>
internal static class MiningRules
{
    private const string Pallet = "PhalaStakePool";

    public static MiningPool Create(BlockRun run, AccountId owner)
    {
        var pool = new MiningPool((ulong)run.State.MiningPools.Count, owner, run.Height);
        run.State.MiningPools.Add(pool);
        run.Touch(pool);
        run.Emit(Pallet, "PoolCreated", owner, pool.Pid);
        return pool;
    }

    public static void SetCommission(BlockRun run, MiningPool pool, uint parts)
    {
        pool.Commission = parts;
        run.Touch(pool);
        run.Emit(Pallet, "PoolCommissionSet", pool.Pid, parts);
    }

    public static void SetCapacity(BlockRun run, MiningPool pool, UInt128 cap)
    {
        pool.Capacity = cap;
        run.Touch(pool);
        run.Emit(Pallet, "PoolCapacitySet", pool.Pid, cap);
    }

    public static void List(BlockRun run, MiningPool pool, AccountId staker)
    {
        if (pool.Whitelist is null)
        {
            pool.Whitelist = [];
            run.Emit(Pallet, "PoolWhitelistCreated", pool.Pid);
        }
        pool.Whitelist.Add(staker);
        run.Touch(pool);
        run.Emit(Pallet, "PoolWhitelistStakerAdded", pool.Pid, staker);
    }

    public static void Unlist(BlockRun run, MiningPool pool, AccountId staker)
    {
        pool.Whitelist!.Remove(staker);
        run.Touch(pool);
        run.Emit(Pallet, "PoolWhitelistStakerRemoved", pool.Pid, staker);
        if (pool.Whitelist.Count == 0)
        {
            pool.Whitelist = null;
            run.Emit(Pallet, "PoolWhitelistDeleted", pool.Pid);
        }
    }

    public static void Contribute(BlockRun run, MiningPool pool, AccountId user, UInt128 amount)
    {
        var stake = StakeOf(pool, user);
        Settle(pool, stake);
        Reprice(run, pool, user, stake);
        var shares = pool.Price is { IsZero: false } price ? WideFixed.Divide(amount, price) : amount;
        stake.Shares += shares;
        stake.Locked += amount;
        Reset(pool, stake);
        pool.TotalShares += shares;
        pool.TotalStake += amount;
        pool.FreeStake += amount;
        run.State.Lock(user, amount);
        run.Touch(pool, user);
        PayQueue(run, pool);
        var at = run.Emit(Pallet, "Contribution", pool.Pid, user, amount, shares);
        Note(run, at, StakeMoveKind.Contribution, pool, user, amount, shares);
    }

    /// <summary>Pays what free stake covers and lets the rest wait; before spec 1090 everything waits behind others.</summary>
    public static void Withdraw(BlockRun run, MiningPool pool, AccountId user, UInt128 shares)
    {
        var stake = pool.Stakers[user];
        run.Touch(pool, user);
        var isTold = run.Runtime.HasEvent(Pallet, "WithdrawalQueued");
        if (!isTold && pool.Queue.Count > 0)
        {
            Wait(run, pool, user, shares);
            return;
        }
        Settle(pool, stake);
        var affordable = pool.Price is { IsZero: false } price ? WideFixed.Divide(pool.FreeStake, price) : shares;
        var now = Dust.Extract(UInt128.Min(shares, affordable)).Kept;
        var later = Dust.Extract(shares - now).Kept;
        if (now > 0)
        {
            Remove(run, pool, user, stake, now);
        }
        if (later > 0)
        {
            Wait(run, pool, user, later);
            if (isTold)
            {
                var at = run.Emit(Pallet, "WithdrawalQueued", pool.Pid, user, later);
                Note(run, at, StakeMoveKind.WithdrawalQueued, pool, user, 0, later);
            }
        }
        Reset(pool, stake);
    }

    /// <summary>Pays those who wait, first in, first out, while there is free stake that is not dust.</summary>
    public static void PayQueue(BlockRun run, MiningPool pool)
    {
        if (pool.Price is not { } price)
        {
            return;
        }
        while (!Dust.IsDust(pool.FreeStake) && pool.Queue.Count > 0)
        {
            var first = pool.Queue[0];
            var stake = pool.Stakers[first.User];
            Settle(pool, stake);
            var paid = UInt128.Min(WideFixed.Divide(pool.FreeStake, price), first.Shares);
            Remove(run, pool, first.User, stake, paid);
            Reset(pool, stake);
            var rest = Dust.Extract(first.Shares - paid).Kept;
            if (rest == 0)
            {
                pool.Queue.RemoveAt(0);
            }
            else
            {
                pool.Queue[0] = first with { Shares = rest };
            }
        }
    }

    /// <summary>A payout reaches the pool of a worker.</summary>
    /// <param name="run">The block.</param>
    /// <param name="pool">The pool.</param>
    /// <param name="reward">The payout.</param>
    /// <param name="settled">The index of the settlement, by which the reward is told where no event states it.</param>
    public static void Reward(BlockRun run, MiningPool pool, UInt128 reward, int settled)
    {
        if (reward == 0)
        {
            return;
        }
        if (Dust.IsDust(pool.TotalShares))
        {
            Dismiss(run, "RewardDismissedNoShare", pool.Pid, pool.Pid, reward);
            return;
        }
        var commission = Permill.Of(pool.Commission ?? 0, reward);
        var rest = reward - commission;
        pool.OwnerReward += commission;
        run.Touch(pool);
        var distributed = !Dust.IsDust(rest);
        if (distributed)
        {
            pool.Accumulator += (WideFixed.Of(rest) << 64) / WideFixed.Of(pool.TotalShares);
        }
        else if (rest > 0)
        {
            Dismiss(run, "RewardDismissedDust", pool.Pid, pool.Pid, rest);
        }
        if (distributed || commission > 0)
        {
            var at = run.Runtime.HasEvent(Pallet, "RewardReceived")
                ? run.Emit(Pallet, "RewardReceived", pool.Pid, commission, rest)
                : settled;
            run.Records.Rewards.Add(new(run.Height, at, pool.Pid, commission, rest, distributed));
        }
    }

    public static void Dismiss(BlockRun run, string name, ulong? pid, object of, UInt128 amount)
    {
        var at = run.Emit(Pallet, name, of, amount);
        run.Records.Dismissed.Add(new(run.Height, at, name, pid, amount));
    }

    public static void ClaimOwner(BlockRun run, MiningPool pool)
    {
        var amount = TakeOwnerReward(run, pool);
        run.Ledger.TransferFree(run, Ledger.SubsidyPool, pool.Owner, amount);
        var at = run.Emit(Pallet, "OwnerRewardsWithdrawn", pool.Pid, pool.Owner, amount);
        run.Records.OwnerTakes.Add(new(run.Height, at, pool.Pid, pool.Owner, amount, 0, 0));
    }

    public static void ClaimStaker(BlockRun run, MiningPool pool, AccountId user)
    {
        var amount = TakeStakerReward(run, pool, user);
        run.Ledger.TransferFree(run, Ledger.SubsidyPool, user, amount);
        var at = run.Emit(Pallet, "StakerRewardsWithdrawn", pool.Pid, user, amount);
        Note(run, at, StakeMoveKind.StakerRewardsWithdrawn, pool, user, amount, 0);
    }

    /// <summary>All that waits for somebody at once.</summary>
    public static void Claim(BlockRun run, MiningPool pool, AccountId user)
    {
        var commission = user == pool.Owner ? TakeOwnerReward(run, pool) : 0;
        var earned = pool.Stakers.ContainsKey(user) ? TakeStakerReward(run, pool, user) : 0;
        run.Ledger.TransferFree(run, Ledger.SubsidyPool, user, commission + earned);
        var at = run.Emit(Pallet, "RewardsWithdrawn", pool.Pid, user, commission + earned);
        if (commission > 0)
        {
            run.Records.OwnerTakes.Add(new(run.Height, at, pool.Pid, user, commission, 0, 0));
        }
        if (earned > 0)
        {
            Note(run, at, StakeMoveKind.StakerRewardsWithdrawn, pool, user, earned, 0);
        }
    }

    private static MiningStake StakeOf(MiningPool pool, AccountId user)
    {
        if (!pool.Stakers.TryGetValue(user, out var stake))
        {
            pool.Stakers[user] = stake = new();
        }
        return stake;
    }

    private static UInt128 TakeOwnerReward(BlockRun run, MiningPool pool)
    {
        var amount = pool.OwnerReward;
        pool.OwnerReward = 0;
        run.Touch(pool);
        return amount;
    }

    private static UInt128 TakeStakerReward(BlockRun run, MiningPool pool, AccountId user)
    {
        var stake = pool.Stakers[user];
        Settle(pool, stake);
        var amount = stake.Available;
        stake.Available = 0;
        stake.Claimed += amount;
        run.Touch(pool, user);
        return amount;
    }

    private static void Settle(MiningPool pool, MiningStake stake)
    {
        stake.Available += WideFixed.Multiply(stake.Shares, pool.Accumulator) - stake.Debt;
        Reset(pool, stake);
    }

    private static void Reset(MiningPool pool, MiningStake stake) =>
        stake.Debt = WideFixed.Multiply(stake.Shares, pool.Accumulator);

    /// <summary>What is locked follows the price of the shares down: rounding may lower that as a slash of a worker would.</summary>
    private static void Reprice(BlockRun run, MiningPool pool, AccountId user, MiningStake stake)
    {
        if (pool.Price is not { } price)
        {
            return;
        }
        var worth = Dust.Extract(UInt128.Min(WideFixed.Multiply(stake.Shares, price), stake.Locked)).Kept;
        var lost = stake.Locked - worth;
        stake.Locked = worth;
        if (!Dust.IsDust(lost))
        {
            run.Ledger.Slash(run, user, lost);
            run.State.Unlock(user, lost);
            run.Emit(Pallet, "SlashSettled", pool.Pid, user, lost);
        }
    }

    private static void Remove(BlockRun run, MiningPool pool, AccountId user, MiningStake stake, UInt128 shares)
    {
        Reprice(run, pool, user, stake);
        var worth = WideFixed.Multiply(shares, pool.Price!.Value);
        var amount = UInt128.Min(UInt128.Min(worth, pool.FreeStake), stake.Locked);
        var (kept, lost) = Dust.Extract(stake.Shares - shares);
        var (locked, dust) = Dust.Extract(stake.Locked - amount);
        var isEmptied = Dust.IsDust(pool.TotalStake - amount);
        pool.FreeStake = isEmptied ? 0 : pool.FreeStake - amount;
        pool.TotalStake = isEmptied ? 0 : pool.TotalStake - amount;
        pool.TotalShares -= shares + lost;
        (stake.Shares, stake.Locked) = (kept, locked);
        Reset(pool, stake);
        run.State.Unlock(user, amount + dust);
        run.Touch(pool, user);
        if (dust > 0)
        {
            run.Ledger.Slash(run, user, dust);
            run.Emit(Pallet, "DustRemoved", user, dust);
        }
        var at = run.Emit(Pallet, "Withdrawal", pool.Pid, user, amount, shares + lost);
        Note(run, at, StakeMoveKind.Withdrawal, pool, user, amount, shares + lost);
    }

    private static void Wait(BlockRun run, MiningPool pool, AccountId user, UInt128 shares)
    {
        pool.Queue = [.. pool.Queue.Where(entry => entry.User != user), new(user, shares, run.Seconds)];
        run.Touch(pool, user);
    }

    private static void Note(
        BlockRun run,
        int at,
        StakeMoveKind kind,
        MiningPool pool,
        AccountId user,
        UInt128 amount,
        UInt128 shares
    ) => run.Records.Moves.Add(new(run.Height, at, kind, pool.Pid, user, amount, shares, 0, null));
}
