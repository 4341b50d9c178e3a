using Indexer.Simulator.Staking;

namespace Indexer.Simulator.Parachain;

/// <summary>What pool owners set: pools, vaults, commissions, capacities, whitelists.</summary>
internal static class PoolActions
{
    public static void Play(ParachainStory story, ActionKind kind, Prng random)
    {
        var who = story.Anybody(random).Account;
        if (kind == ActionKind.CreateStakePool)
        {
            story.Sign(
                who,
                "PhalaStakePoolv2",
                "create",
                [],
                () => BasePoolRules.Create(story.Run, PoolKind.StakePool, who)
            );
            return;
        }
        if (kind == ActionKind.CreateVault)
        {
            story.Sign(who, "PhalaVault", "create", [], () => BasePoolRules.Create(story.Run, PoolKind.Vault, who));
            return;
        }
        if (kind == ActionKind.CreateClosedPool)
        {
            CreateClosed(story, who);
            return;
        }
        var ofVault = kind == ActionKind.SetVaultCommission;
        var choice = (kind, ofVault) switch
        {
            (ActionKind.SetCommission or ActionKind.SetCapacity, _) => story.State.StakePools.ToList(),
            (_, true) => story.State.Vaults.ToList(),
            _ => story.State.Pools,
        };
        if (choice.Count > 0)
        {
            Change(story, kind, random.Pick(choice), random);
        }
    }

    /// <summary>A pool for its owner alone: its worker earns before anybody has shares, so the rewards are dismissed.</summary>
    private static void CreateClosed(ParachainStory story, AccountId who)
    {
        var run = story.Run;
        story.Sign(who, "PhalaStakePoolv2", "create", [], () => BasePoolRules.Create(run, PoolKind.StakePool, who));
        var pool = run.State.Pools[^1];
        AddToWhitelist(story, pool, who);
        var worker = WorkerRules.Register(run, who);
        story.Sign(
            who,
            "PhalaStakePoolv2",
            "add_worker",
            [pool.Pid, worker.PublicKey],
            () => WorkerRules.Add(run, pool, worker)
        );
    }

    private static void Change(ParachainStory story, ActionKind kind, Pool pool, Prng random)
    {
        var run = story.Run;
        var commission = (uint)random.Between(0, 30) * 10_000;
        var capacity = pool.TotalValue + ((UInt128)random.Between(10_000, 300_000) * 1_000_000_000_000);
        switch (kind)
        {
            case ActionKind.SetCommission:
                object?[] preference = [pool.Pid, (uint?)commission];
                story.Sign(
                    pool.Owner,
                    "PhalaStakePoolv2",
                    "set_payout_pref",
                    preference,
                    () => StakePoolRules.SetCommission(run, pool, commission)
                );
                break;
            case ActionKind.SetVaultCommission when pool.Commission != commission:
                story.Sign(
                    pool.Owner,
                    "PhalaVault",
                    "set_payout_pref",
                    [pool.Pid, (uint?)commission],
                    () => VaultRules.SetCommission(run, pool, commission)
                );
                break;
            case ActionKind.SetCapacity:
                story.Sign(
                    pool.Owner,
                    "PhalaStakePoolv2",
                    "set_cap",
                    [pool.Pid, capacity],
                    () => StakePoolRules.SetCapacity(run, pool, capacity)
                );
                break;
            case ActionKind.AddToWhitelist:
                AddToWhitelist(story, pool, story.Anybody(random).Account);
                break;
            case ActionKind.RemoveFromWhitelist when pool.Whitelist is { } list:
                RemoveFromWhitelist(story, pool, random.Pick(list));
                break;
        }
    }

    private static void AddToWhitelist(ParachainStory story, Pool pool, AccountId staker)
    {
        if (pool.Whitelist?.Contains(staker) == true)
        {
            return;
        }
        story.Sign(
            pool.Owner,
            "PhalaBasePool",
            "add_staker_to_whitelist",
            [pool.Pid, staker],
            () =>
            {
                if (pool.Whitelist is null)
                {
                    pool.Whitelist = [];
                    story.Run.Emit("PhalaBasePool", "PoolWhitelistCreated", pool.Pid);
                }
                pool.Whitelist.Add(staker);
                story.Run.Touch(pool);
                story.Run.Emit("PhalaBasePool", "PoolWhitelistStakerAdded", pool.Pid, staker);
            }
        );
    }

    private static void RemoveFromWhitelist(ParachainStory story, Pool pool, AccountId staker) =>
        story.Sign(
            pool.Owner,
            "PhalaBasePool",
            "remove_staker_from_whitelist",
            [pool.Pid, staker],
            () =>
            {
                pool.Whitelist!.Remove(staker);
                story.Run.Touch(pool);
                story.Run.Emit("PhalaBasePool", "PoolWhitelistStakerRemoved", pool.Pid, staker);
                if (pool.Whitelist.Count == 0)
                {
                    pool.Whitelist = null;
                    story.Run.Emit("PhalaBasePool", "PoolWhitelistDeleted", pool.Pid);
                }
            }
        );
}
