namespace Indexer.Simulator.Ethereum;

/// <summary>Plans Ethereum: deployment, Khala's claims, life of the vault, Phala's funding when its chain has ended, its claims.</summary>
internal static class EthereumScript
{
    private static readonly (EthereumAction Kind, int Weight)[] Weights =
    [
        (EthereumAction.ClaimKhala, 12),
        (EthereumAction.ClaimPhala, 40),
        (EthereumAction.Deposit, 14),
        (EthereumAction.Redeem, 12),
        (EthereumAction.Payout, 10),
        (EthereumAction.Cancel, 3),
        (EthereumAction.Transfer, 9),
        (EthereumAction.Approve, 3),
        (EthereumAction.ChangeRate, 1),
        (EthereumAction.ChangeRatio, 1),
        (EthereumAction.ChangePeriod, 1),
        (EthereumAction.ChangeMaxRequests, 1),
        (EthereumAction.ClaimTreasury, 1),
        (EthereumAction.Pause, 1),
        (EthereumAction.MoveOwnership, 1),
        (EthereumAction.ForeignTransfer, 30),
        (EthereumAction.ForeignDeposit, 8),
    ];

    /// <summary>Plans a chain; a longer one begins as a shorter one.</summary>
    public static BlockPlan<EthereumAction> Write(ulong seed, WorldSize size, int lastBlock)
    {
        var plan = new BlockPlan<EthereumAction>(lastBlock);
        var random = new Prng(Prng.Mix(seed, "ethereum/plan"));
        var phalaEnd = size.EthereumBlocks;
        while (StoryDates.Ethereum.At(phalaEnd - 1, size.EthereumBlocks) > StoryDates.Phala.End)
        {
            phalaEnd--;
        }
        (long Height, EthereumAction Kind)[] milestones =
        [
            (1, EthereumAction.DeployVault),
            (1, EthereumAction.DeployKhalaClaimer),
            (2, EthereumAction.FundKhalaClaimer),
            (3, EthereumAction.StartRewards),
            (phalaEnd, EthereumAction.DeployPhalaClaimer),
            (phalaEnd, EthereumAction.FundPhalaClaimer),
        ];
        foreach (var (height, kind) in milestones)
        {
            plan.Add(height, kind, random.Next());
        }
        for (var height = 4L; height <= lastBlock; height++)
        {
            for (var count = random.Below(4); count > 0; count--)
            {
                plan.Add(height, random.Draw(Weights), random.Next());
            }
        }
        return plan;
    }
}
