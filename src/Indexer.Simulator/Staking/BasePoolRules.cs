namespace Indexer.Simulator.Staking;

/// <summary>What stake pools and vaults share: contributions, withdrawals, value of the vaults behind a pool.</summary>
internal static class BasePoolRules
{
    public static Pool Create(BlockRun run, PoolKind kind, AccountId owner)
    {
        var number = (uint)run.State.Pools.Count;
        var pool = new Pool(number, kind, owner, 10_000 + number, run.Height);
        run.State.Pools.Add(pool);
        run.Touch(pool);
        var issuer = StakingState.BasePoolPallet;
        run.Emit("Uniques", "Created", pool.Collection, issuer, issuer);
        run.Emit("RmrkCore", "CollectionCreated", issuer, pool.Collection);
        var pallet = kind == PoolKind.Vault ? "PhalaVault" : "PhalaStakePoolv2";
        run.Emit(pallet, "PoolCreated", owner, pool.Pid, pool.Collection, pool.Account);
        return pool;
    }

    /// <summary>Mints the shares of a contribution into a new NFT and takes the W-PHA.</summary>
    public static UInt128 Contribute(BlockRun run, Pool pool, AccountId user, UInt128 amount)
    {
        NftRules.Merge(run, pool, user);
        var shares = pool.Price is { IsZero: false } price ? FixedPoint.Divide(amount, price) : amount;
        NftRules.Mint(run, pool, user, shares);
        pool.TotalShares += shares;
        pool.TotalValue += amount;
        run.Ledger.TransferWrapped(run, user, pool.Account, amount);
        return shares;
    }

    /// <summary>Queues a withdrawal, which replaces an earlier one of the user, and pays what can be paid.</summary>
    public static void Withdraw(BlockRun run, Pool pool, AccountId user, UInt128 shares, Pool? asVault)
    {
        var nft = NftRules.Merge(run, pool, user)!;
        var earlier = pool.Queue.Where(entry => entry.User == user).ToList();
        pool.Queue = [.. pool.Queue.Except(earlier)];
        foreach (var entry in earlier)
        {
            nft.Shares += entry.Nft.Shares;
            NftRules.Burn(run, pool, entry.Nft);
        }
        var split = NftRules.Mint(run, pool, StakingState.BasePoolPallet, shares);
        nft.Shares -= shares;
        run.Touch(pool, user);
        pool.Queue.Add(new(user, run.Seconds, split));
        var at = run.Emit("PhalaBasePool", "WithdrawalQueued", pool.Pid, user, shares, nft.Id, asVault?.Pid, split.Id);
        run.Records.Moves.Add(
            new(run.Height, at, StakeMoveKind.WithdrawalQueued, pool.Pid, user, 0, shares, 0, asVault?.Pid)
        );
        new WithdrawQueue(run, pool).Process();
        NftRules.Save(run, pool, nft);
        NftRules.Merge(run, pool, user);
    }

    /// <summary>
    /// Raises a stake pool's value and that of the vaults behind it: each by the reward times its part of the shares, queued ones
    /// included, the part cut to 12 decimals first. No event tells of the vaults.
    /// </summary>
    public static List<(Pool Vault, UInt128 Amount)> Distribute(BlockRun run, Pool pool, UInt128 rewards)
    {
        pool.TotalValue += rewards;
        run.Touch(pool);
        var parts = new List<(Pool, UInt128)>();
        foreach (var vault in pool.Subscribers)
        {
            var shares = pool.FreeShares(vault.Account) + pool.Queued(vault.Account);
            var ratio = FixedPoint.Divide(FixedPoint.FromBalance(shares), FixedPoint.FromBalance(pool.TotalShares));
            if (ratio is { } part)
            {
                var settled = FixedPoint.Multiply(part.ToBalance(), FixedPoint.FromBalance(rewards));
                Distribute(run, vault, settled);
                parts.Add((vault, settled));
            }
        }
        return parts;
    }

    /// <summary>Whether the queue holds a request that is too old and cannot be paid by what is free or releasing.</summary>
    public static bool HasExpiredWithdrawal(BlockRun run, Pool pool, ulong? vaultPeriod, UInt128 releasing)
    {
        const ulong GracePeriod = 604_800;
        if (pool.Price is not { IsZero: false } price)
        {
            return false;
        }
        var budget = run.Ledger.Wrapped(pool.Account) + releasing;
        foreach (var entry in pool.Queue)
        {
            var age = run.Seconds - entry.StartTime;
            var amount = FixedPoint.Multiply(entry.Nft.Shares, price);
            if (age > vaultPeriod)
            {
                return true;
            }
            if (amount > budget)
            {
                return age > GracePeriod;
            }
            budget -= amount;
        }
        return false;
    }
}
