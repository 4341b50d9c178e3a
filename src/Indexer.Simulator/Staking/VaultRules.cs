namespace Indexer.Simulator.Staking;

/// <summary>The PhalaVault pallet.</summary>
internal static class VaultRules
{
    private const string Pallet = "PhalaVault";
    private const ulong ThreeGracePeriods = 3 * 604_800;
    private const ulong VaultQueuePeriod = 1_814_400;

    public static void SetCommission(BlockRun run, Pool vault, uint parts)
    {
        GainOwnerShares(run, vault);
        vault.Commission = parts;
        run.Touch(vault);
        run.Emit(Pallet, "VaultCommissionSet", vault.Pid, parts);
    }

    public static void Contribute(BlockRun run, Pool vault, AccountId user, UInt128 amount)
    {
        GainOwnerShares(run, vault);
        var shares = BasePoolRules.Contribute(run, vault, user, amount);
        new WithdrawQueue(run, vault).Process();
        NftRules.Merge(run, vault, user);
        var at = run.Emit(Pallet, "Contribution", vault.Pid, user, amount, shares);
        run.Records.Moves.Add(
            new(run.Height, at, StakeMoveKind.Contribution, vault.Pid, user, amount, shares, 0, null)
        );
    }

    public static void Withdraw(BlockRun run, Pool vault, AccountId user, UInt128 shares)
    {
        GainOwnerShares(run, vault);
        BasePoolRules.Withdraw(run, vault, user, shares, null);
    }

    /// <summary>
    /// do_gain_owner_share: above the checkpoint the owner gets new shares that take the commission's part of the rise;
    /// the price falls to the new checkpoint. Prices are cut to 12 decimals.
    /// </summary>
    public static void GainOwnerShares(BlockRun run, Pool vault)
    {
        if (vault.Price is not { } price || price.ToBalance() <= vault.Checkpoint)
        {
            return;
        }
        var current = price.ToBalance();
        var target = current - Permill.Of(vault.Commission ?? 0, current - vault.Checkpoint);
        var shares = FixedPoint.Divide(vault.TotalValue, FixedPoint.FromBalance(target));
        var gained = shares > vault.TotalShares ? shares - vault.TotalShares : 0;
        vault.TotalShares += gained;
        vault.OwnerShares += gained;
        vault.Checkpoint = target;
        run.Touch(vault);
        var at = run.Emit(Pallet, "OwnerSharesGained", vault.Pid, gained, target);
        run.Records.OwnerTakes.Add(new(run.Height, at, vault.Pid, vault.Owner, 0, gained, target));
    }

    public static void ClaimOwnerShares(BlockRun run, Pool vault, UInt128 shares)
    {
        NftRules.Mint(run, vault, vault.Owner, shares);
        NftRules.Merge(run, vault, vault.Owner);
        vault.OwnerShares -= shares;
        var at = run.Emit(Pallet, "OwnerSharesClaimed", vault.Pid, vault.Owner, shares);
        run.Records.Moves.Add(
            new(run.Height, at, StakeMoveKind.OwnerSharesClaimed, vault.Pid, vault.Owner, 0, shares, 0, null)
        );
    }

    /// <summary>Pays the queue; if requests waited too long, locks the vault and withdraws it from all its stake pools.</summary>
    public static void CheckAndMaybeForceWithdraw(BlockRun run, Pool vault)
    {
        new WithdrawQueue(run, vault).Process();
        if (vault.Queue.Count == 0)
        {
            vault.Locked = false;
        }
        run.Touch(vault);
        if (vault.Locked || ShutdownReason(run, vault) is not { } reason)
        {
            return;
        }
        foreach (var pool in vault.Investments.ToList())
        {
            var shares = pool.Queued(vault.Account) + pool.FreeShares(vault.Account);
            if (Dust.IsDust(pool.FreeShares(vault.Account)) || Dust.IsDust(shares))
            {
                vault.Investments.Remove(pool);
                continue;
            }
            BasePoolRules.Withdraw(run, pool, vault.Account, shares, vault);
        }
        vault.Locked = true;
        run.Emit(Pallet, "ForceShutdown", vault.Pid, reason);
    }

    private static string? ShutdownReason(BlockRun run, Pool vault)
    {
        if (vault.Queue.Count > 0 && vault.Queue[0].StartTime + ThreeGracePeriods < run.Seconds)
        {
            return "Waiting3xGracePeriod";
        }
        UInt128 releasing = 0;
        foreach (var pool in vault.Investments)
        {
            releasing += pool.Price is { } price ? FixedPoint.Multiply(pool.Queued(vault.Account), price) : 0;
        }
        return BasePoolRules.HasExpiredWithdrawal(run, vault, VaultQueuePeriod, releasing)
            ? "NoEnoughReleasingStake"
            : null;
    }
}
