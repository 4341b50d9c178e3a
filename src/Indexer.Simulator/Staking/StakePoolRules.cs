namespace Indexer.Simulator.Staking;

/// <summary>The PhalaStakePoolv2 pallet.</summary>
internal static class StakePoolRules
{
    private const string Pallet = "PhalaStakePoolv2";

    public static void SetCommission(BlockRun run, Pool pool, uint parts)
    {
        pool.Commission = parts;
        run.Touch(pool);
        run.Emit(Pallet, "PoolCommissionSet", pool.Pid, parts);
    }

    public static void SetCapacity(BlockRun run, Pool pool, UInt128 cap)
    {
        pool.Capacity = cap;
        run.Touch(pool);
        run.Emit(Pallet, "PoolCapacitySet", pool.Pid, cap);
    }

    public static void Contribute(BlockRun run, Pool pool, AccountId user, UInt128 amount, Pool? asVault)
    {
        var shares = BasePoolRules.Contribute(run, pool, user, amount);
        if (asVault is not null && !asVault.Investments.Contains(pool))
        {
            asVault.Investments.Add(pool);
        }
        if (asVault is not null && !pool.Subscribers.Contains(asVault))
        {
            pool.Subscribers.Add(asVault);
        }
        new WithdrawQueue(run, pool).Process();
        NftRules.Merge(run, pool, user);
        var at = run.Emit(Pallet, "Contribution", pool.Pid, user, amount, shares, asVault?.Pid);
        run.Records.Moves.Add(
            new(run.Height, at, StakeMoveKind.Contribution, pool.Pid, user, amount, shares, 0, asVault?.Pid)
        );
    }

    public static void ClaimOwnerReward(BlockRun run, Pool pool)
    {
        var amount = run.Ledger.Wrapped(pool.OwnerRewardAccount);
        run.Ledger.TransferWrapped(run, pool.OwnerRewardAccount, pool.Owner, amount);
        run.Touch(pool);
        var at = run.Emit(Pallet, "OwnerRewardsWithdrawn", pool.Pid, pool.Owner, amount);
        run.Records.OwnerTakes.Add(new(run.Height, at, pool.Pid, pool.Owner, amount, 0, 0));
    }

    /// <summary>Pays the queue; if it holds an expired request nothing covers, stops all workers.</summary>
    public static void CheckAndMaybeForceWithdraw(BlockRun run, Pool pool)
    {
        new WithdrawQueue(run, pool).Process();
        var releasing = pool
            .Workers.Where(worker => worker.Phase == WorkerPhase.CoolingDown)
            .Aggregate(UInt128.Zero, (sum, worker) => sum + worker.Stake);
        if (!BasePoolRules.HasExpiredWithdrawal(run, pool, null, releasing))
        {
            return;
        }
        foreach (
            var worker in pool.Workers.Where(worker => worker.Phase is WorkerPhase.Idle or WorkerPhase.Unresponsive)
        )
        {
            WorkerRules.Stop(run, pool, worker);
        }
    }

    /// <summary>handle_pool_new_reward: dismissals, commission to the owner, the rest to the share holders.</summary>
    public static void Reward(BlockRun run, Pool pool, UInt128 reward)
    {
        if (reward == 0)
        {
            return;
        }
        if (Dust.IsDust(reward) || Dust.IsDust(pool.TotalShares))
        {
            Dismiss(run, pool, Dust.IsDust(reward) ? "RewardDismissedDust" : "RewardDismissedNoShare", reward);
            return;
        }
        run.Ledger.TransferFree(run, Ledger.SubsidyPool, Ledger.WrappedPallet, reward);
        var commission = Permill.Of(pool.Commission ?? 0, reward);
        var ownerMinted = run.Ledger.TryMint(run, pool.OwnerRewardAccount, commission);
        if (!ownerMinted)
        {
            Dismiss(run, pool, "RewardToOwnerDismissedDust", commission);
        }
        var rest = reward - commission;
        var distributed = run.Ledger.TryMint(run, pool.Account, rest) && !Dust.IsDust(rest);
        var vaults = distributed ? BasePoolRules.Distribute(run, pool, rest) : [];
        if (!distributed && rest > 0)
        {
            Dismiss(run, pool, "RewardToDistributionDismissedDust", rest);
        }
        if (distributed || ownerMinted)
        {
            var at = run.Emit(Pallet, "RewardReceived", pool.Pid, commission, rest);
            run.Records.Rewards.Add(new(run.Height, at, pool.Pid, commission, rest, distributed));
            foreach (var (vault, amount) in vaults)
            {
                run.Records.VaultRewards.Add(new(run.Height, at, vault.Pid, pool.Pid, amount));
            }
        }
    }

    private static void Dismiss(BlockRun run, Pool pool, string name, UInt128 amount)
    {
        var at = run.Emit(Pallet, name, pool.Pid, amount);
        run.Records.Dismissed.Add(new(run.Height, at, name, pool.Pid, amount));
    }
}
