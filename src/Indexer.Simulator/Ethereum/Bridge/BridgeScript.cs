namespace Indexer.Simulator.Ethereum.Bridge;

/// <summary>Plans who uses the bridge when.</summary>
internal static class BridgeScript
{
    private static readonly (BridgeAction Kind, int Weight)[] OnEthereum =
    [
        (BridgeAction.Send, 3),
        (BridgeAction.Prove, 3),
        (BridgeAction.Finalize, 2),
    ];

    private static readonly (BridgeAction Kind, int Weight)[] OnL2 =
    [
        (BridgeAction.Transfer, 3),
        (BridgeAction.Withdraw, 2),
    ];

    /// <summary>Plans Ethereum; a longer plan begins as a shorter one.</summary>
    public static BlockPlan<BridgeAction> Ethereum(ulong seed, int lastBlock) =>
        Write(Prng.Mix(seed, "bridge/ethereum"), lastBlock, OnEthereum);

    /// <summary>Plans the L2; a longer plan begins as a shorter one.</summary>
    public static BlockPlan<BridgeAction> L2(ulong seed, int lastBlock) =>
        Write(Prng.Mix(seed, "bridge/l2"), lastBlock, OnL2);

    private static BlockPlan<BridgeAction> Write(ulong seed, int lastBlock, (BridgeAction Kind, int Weight)[] weights)
    {
        var plan = new BlockPlan<BridgeAction>(lastBlock);
        var random = new Prng(seed);
        for (var height = 4L; height <= lastBlock; height++)
        {
            if (random.Chance(40))
            {
                plan.Add(height, random.Draw(weights), random.Next());
            }
        }
        return plan;
    }
}
