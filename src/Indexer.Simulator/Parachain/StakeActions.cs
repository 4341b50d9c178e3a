using Indexer.Simulator.Staking;

namespace Indexer.Simulator.Parachain;

/// <summary>Contributions and withdrawals of people and vaults.</summary>
internal static class StakeActions
{
    private static readonly UInt128 Minimum = 1_000_000_000_000;

    public static void Play(ParachainStory story, ActionKind kind, Prng random)
    {
        var pools = story.State.StakePools.ToList();
        var vaults = story.State.Vaults.ToList();
        switch (kind)
        {
            case ActionKind.Contribute when pools.Count > 0:
                Contribute(story, random.Pick(pools), null, story.Anybody(random).Account, random);
                break;
            case ActionKind.InvestVault when pools.Count > 0 && vaults.Count > 0:
                var investor = random.Pick(vaults);
                if (!investor.Locked)
                {
                    Contribute(story, random.Pick(pools), investor, investor.Account, random);
                }
                break;
            case ActionKind.ContributeToVault when vaults.Count > 0:
                Contribute(story, random.Pick(vaults), null, story.Anybody(random).Account, random);
                break;
            case ActionKind.Withdraw when pools.Count > 0:
                Withdraw(story, random.Pick(pools), random);
                break;
            case ActionKind.WithdrawFromVault when vaults.Count > 0:
                Withdraw(story, random.Pick(vaults), random);
                break;
            case ActionKind.DivestVault when vaults.Count > 0:
                Divest(story, random.Pick(vaults), random);
                break;
        }
    }

    private static void Contribute(ParachainStory story, Pool pool, Pool? vault, AccountId user, Prng random)
    {
        var run = story.Run;
        var balance = run.Ledger.Wrapped(user);
        var amount = random.Chance(8) ? balance : random.Part(balance, 50, 600);
        // A rest below the asset's minimum would move along unseen.
        amount = balance - amount < Dust.WrappedMinimum ? balance : amount;
        var welcome = pool.Whitelist is not { } list || list.Contains(user) || pool.Owner == user;
        var bankrupt = pool.TotalShares > 0 && pool.TotalValue == 0;
        if (amount < Minimum || !welcome || bankrupt || pool.TotalValue + amount > (pool.Capacity ?? UInt128.MaxValue))
        {
            return;
        }
        if (pool.Kind == PoolKind.Vault)
        {
            story.Sign(
                user,
                "PhalaVault",
                "contribute",
                [pool.Pid, amount],
                () => VaultRules.Contribute(run, pool, user, amount)
            );
            return;
        }
        object?[] arguments = [pool.Pid, amount, vault?.Pid];
        var signer = vault?.Owner ?? user;
        story.Sign(
            signer,
            "PhalaStakePoolv2",
            "contribute",
            arguments,
            () => StakePoolRules.Contribute(run, pool, user, amount, vault)
        );
    }

    private static void Withdraw(ParachainStory story, Pool pool, Prng random)
    {
        var vaults = story.State.Vaults.Select(vault => vault.Account).ToHashSet();
        var holders = pool
            .Nfts.Values.Select(nft => nft.Owner)
            .Where(owner => owner != StakingState.BasePoolPallet && !vaults.Contains(owner))
            .Distinct()
            .ToList();
        if (holders.Count == 0)
        {
            return;
        }
        var waiting = pool.Queue.Select(entry => entry.User).Where(user => !vaults.Contains(user)).ToList();
        // Somebody who waits changes his mind: the new entry replaces the old one.
        var user = waiting.Count > 0 && random.Chance(30) ? random.Pick(waiting) : random.Pick(holders);
        var shares = Shares(pool, user, random);
        if (Dust.IsDust(shares) || pool.Price is null)
        {
            return;
        }
        if (pool.Kind == PoolKind.Vault)
        {
            story.Sign(
                user,
                "PhalaVault",
                "withdraw",
                [pool.Pid, shares],
                () => VaultRules.Withdraw(story.Run, pool, user, shares)
            );
            return;
        }
        object?[] arguments = [pool.Pid, shares, null];
        story.Sign(
            user,
            "PhalaStakePoolv2",
            "withdraw",
            arguments,
            () => BasePoolRules.Withdraw(story.Run, pool, user, shares, null)
        );
    }

    private static void Divest(ParachainStory story, Pool vault, Prng random)
    {
        if (vault.Locked || vault.Investments.Count == 0)
        {
            return;
        }
        var pool = random.Pick(vault.Investments);
        var shares = Shares(pool, vault.Account, random);
        if (!Dust.IsDust(shares) && pool.Price is not null)
        {
            object?[] arguments = [pool.Pid, shares, (ulong?)vault.Pid];
            story.Sign(
                vault.Owner,
                "PhalaStakePoolv2",
                "withdraw",
                arguments,
                () => BasePoolRules.Withdraw(story.Run, pool, vault.Account, shares, vault)
            );
        }
    }

    private static UInt128 Shares(Pool pool, AccountId user, Prng random)
    {
        var all = pool.FreeShares(user) + pool.Queued(user);
        return random.Chance(35) ? all : random.Part(all, 100, 800);
    }
}
