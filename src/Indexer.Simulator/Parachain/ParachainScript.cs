namespace Indexer.Simulator.Parachain;

/// <summary>Plans the story: first everybody wraps and the pools are set up, then life goes on with rewards every second block.</summary>
internal static class ParachainScript
{
    private static readonly (ActionKind Kind, int Weight)[] Weights =
    [
        (ActionKind.Contribute, 20),
        (ActionKind.ContributeToVault, 12),
        (ActionKind.InvestVault, 9),
        (ActionKind.Withdraw, 14),
        (ActionKind.WithdrawFromVault, 9),
        (ActionKind.DivestVault, 4),
        (ActionKind.Wrap, 6),
        (ActionKind.Unwrap, 4),
        (ActionKind.UnwrapAll, 2),
        (ActionKind.Transfer, 3),
        (ActionKind.ClaimOwnerReward, 4),
        (ActionKind.GainOwnerShares, 3),
        (ActionKind.ClaimOwnerShares, 3),
        (ActionKind.SetCommission, 2),
        (ActionKind.SetVaultCommission, 2),
        (ActionKind.SetCapacity, 2),
        (ActionKind.AddWorker, 3),
        (ActionKind.RemoveWorker, 2),
        (ActionKind.StartWorker, 6),
        (ActionKind.StopWorker, 4),
        (ActionKind.ReclaimWorker, 6),
        (ActionKind.WorkerResponse, 2),
        (ActionKind.AddToWhitelist, 1),
        (ActionKind.RemoveFromWhitelist, 2),
        (ActionKind.CheckPool, 2),
        (ActionKind.CheckVault, 3),
        (ActionKind.FailingCall, 2),
    ];

    public static BlockPlan<ActionKind> Write(ulong seed, WorldSize size, ParachainProfile profile)
    {
        var plan = new BlockPlan<ActionKind>(profile.Blocks);
        if (profile.Mines)
        {
            return plan;
        }
        var random = new Prng(Prng.Mix(seed, profile.Name + "/plan"));
        var setup = Setup(size, profile).ToList();
        // The pallets of staking come after the prelude.
        var start = profile.Prelude;
        var setupBlocks = Math.Max(1, (profile.Blocks - (int)start) / 8);
        for (var index = 0; index < setup.Count; index++)
        {
            plan.Add(start + 2 + ((long)index * setupBlocks / setup.Count), setup[index], random.Next());
        }
        plan.Add(start + 1, ActionKind.CreateAsset, random.Next());
        plan.Add(start + 3 + setupBlocks, ActionKind.CreateClosedPool, random.Next());
        for (var height = start + 2 + setupBlocks; height <= profile.Blocks; height++)
        {
            if (height % 2 == 0)
            {
                plan.Add(height, ActionKind.Settle, random.Next());
            }
            for (var count = random.Below((2 * size.ActionsPerBlock) + 1); count > 0; count--)
            {
                plan.Add(height, random.Draw(Weights), random.Next());
            }
        }
        return plan;
    }

    private static IEnumerable<ActionKind> Setup(WorldSize size, ParachainProfile profile)
    {
        var wraps = Enumerable.Repeat(ActionKind.Wrap, 2 * profile.People.Count);
        var pools = Enumerable.Repeat(ActionKind.CreateStakePool, size.StakePools);
        var vaults = Enumerable.Repeat(ActionKind.CreateVault, size.Vaults);
        ActionKind[] poolLife =
        [
            ActionKind.SetCommission,
            ActionKind.AddWorker,
            ActionKind.Contribute,
            ActionKind.AddWorker,
            ActionKind.Contribute,
            ActionKind.StartWorker,
            ActionKind.Contribute,
        ];
        ActionKind[] vaultLife =
        [
            ActionKind.SetVaultCommission,
            ActionKind.ContributeToVault,
            ActionKind.ContributeToVault,
            ActionKind.InvestVault,
            ActionKind.InvestVault,
        ];
        return wraps
            .Concat(pools)
            .Concat(vaults)
            .Concat(Enumerable.Repeat(poolLife, size.StakePools * 2).SelectMany(life => life))
            .Concat(Enumerable.Repeat(vaultLife, size.Vaults * 2).SelectMany(life => life));
    }
}
