using Indexer.Simulator.Staking;

namespace Indexer.Simulator.Parachain;

/// <summary>Owners take their income; anybody checks on old withdrawals; a call fails now and then.</summary>
internal static class OwnerActions
{
    public static void Play(ParachainStory story, ActionKind kind, Prng random)
    {
        var pools = story.State.StakePools.ToList();
        var vaults = story.State.Vaults.ToList();
        if (pools.Count == 0 || vaults.Count == 0)
        {
            return;
        }
        var (run, pool, vault) = (story.Run, random.Pick(pools), random.Pick(vaults));
        var anybody = story.Anybody(random).Account;
        switch (kind)
        {
            case ActionKind.ClaimOwnerReward when run.Ledger.Wrapped(pool.OwnerRewardAccount) > 0:
                object?[] claim = [pool.Pid, pool.Owner];
                story.Sign(
                    pool.Owner,
                    "PhalaStakePoolv2",
                    "claim_owner_rewards",
                    claim,
                    () => StakePoolRules.ClaimOwnerReward(run, pool)
                );
                break;
            case ActionKind.GainOwnerShares:
                story.Sign(
                    vault.Owner,
                    "PhalaVault",
                    "maybe_gain_owner_shares",
                    [vault.Pid],
                    () => VaultRules.GainOwnerShares(run, vault)
                );
                break;
            case ActionKind.ClaimOwnerShares when !Dust.IsDust(vault.OwnerShares):
                ClaimShares(story, vault, random);
                break;
            case ActionKind.CheckPool:
                object?[] check = [pool.Pid];
                story.Sign(
                    anybody,
                    "PhalaStakePoolv2",
                    "check_and_maybe_force_withdraw",
                    check,
                    () => StakePoolRules.CheckAndMaybeForceWithdraw(run, pool)
                );
                break;
            case ActionKind.CheckVault when run.Runtime.HasEvent("PhalaVault", "ForceShutdown"):
                // People look after the vaults in which they wait.
                vault = vaults.Find(one => one.Queue.Count > 0) ?? vault;
                object?[] checkVault = [vault.Pid];
                story.Sign(
                    anybody,
                    "PhalaVault",
                    "check_and_maybe_force_withdraw",
                    checkVault,
                    () => VaultRules.CheckAndMaybeForceWithdraw(run, vault)
                );
                break;
            case ActionKind.FailingCall:
                story.Fail(anybody, "PhalaStakePoolv2", "contribute", [pool.Pid, UInt128.One, null], 12);
                break;
        }
    }

    private static void ClaimShares(ParachainStory story, Pool vault, Prng random)
    {
        var shares = random.Chance(50) ? vault.OwnerShares : random.Part(vault.OwnerShares, 200, 900);
        object?[] arguments = [vault.Pid, vault.Owner, shares];
        if (shares > 0)
        {
            story.Sign(
                vault.Owner,
                "PhalaVault",
                "claim_owner_shares",
                arguments,
                () => VaultRules.ClaimOwnerShares(story.Run, vault, shares)
            );
        }
    }
}
