using Indexer.Simulator.Parachain;

namespace Indexer.Simulator.Mining;

/// <summary>Plans the life of stake pools of the first version: they are set up, then everybody does what he likes.</summary>
internal static class MiningScript
{
    private static readonly (MiningActionKind Kind, int Weight)[] Weights =
    [
        (MiningActionKind.Contribute, 26),
        (MiningActionKind.Withdraw, 22),
        (MiningActionKind.Claim, 8),
        (MiningActionKind.ClaimStaker, 8),
        (MiningActionKind.ClaimOwner, 4),
        (MiningActionKind.SetCommission, 3),
        (MiningActionKind.SetCapacity, 2),
        (MiningActionKind.AddWorker, 5),
        (MiningActionKind.RemoveWorker, 3),
        (MiningActionKind.StartWorker, 12),
        (MiningActionKind.RestartWorker, 4),
        (MiningActionKind.StopWorker, 6),
        (MiningActionKind.ReclaimWorker, 8),
        (MiningActionKind.WorkerResponse, 2),
        (MiningActionKind.AddToWhitelist, 1),
        (MiningActionKind.RemoveFromWhitelist, 2),
    ];

    /// <summary>The plan; empty for a chain without such pools.</summary>
    public static BlockPlan<MiningActionKind> Write(ulong seed, WorldSize size, ParachainProfile profile)
    {
        var plan = new BlockPlan<MiningActionKind>(profile.Blocks);
        if (!profile.Mines)
        {
            return plan;
        }
        var random = new Prng(Prng.Mix(seed, profile.Name + "/mining"));
        for (var pool = 0; pool < size.StakePools; pool++)
        {
            plan.Add(2, MiningActionKind.CreatePool, random.Next());
        }
        for (var height = 3L; height <= profile.Blocks; height++)
        {
            if (height % 2 == 0)
            {
                plan.Add(height, MiningActionKind.Settle, random.Next());
            }
            for (var count = random.Below((2 * size.ActionsPerBlock) + 2); count > 0; count--)
            {
                plan.Add(height, random.Draw(Weights), random.Next());
            }
        }
        return plan;
    }
}
