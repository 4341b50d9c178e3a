namespace Indexer.Simulator.Ethereum.Governors;

/// <summary>Plans the governors' life: deployment, tokens for all, proposals at the edges of the rules, then anything.</summary>
internal static class GovernorScript
{
    private static readonly (GovernorAction Kind, int Weight)[] Weights =
    [
        (GovernorAction.Delegate, 8),
        (GovernorAction.Transfer, 8),
        (GovernorAction.Mint, 3),
        (GovernorAction.Burn, 2),
        (GovernorAction.Propose, 7),
        (GovernorAction.Vote, 44),
        (GovernorAction.Queue, 9),
        (GovernorAction.Execute, 12),
        (GovernorAction.Cancel, 2),
        (GovernorAction.ChangeQuorum, 1),
        (GovernorAction.ExecuteAlone, 2),
        (GovernorAction.CancelAlone, 1),
    ];

    public static BlockPlan<GovernorAction> Write(ulong seed, WorldSize size, int lastBlock)
    {
        var schedule = new GovernorSchedule(size);
        var plan = new BlockPlan<GovernorAction>(lastBlock);
        var random = new Prng(Prng.Mix(seed, "ethereum/governors"));
        plan.Add(GovernorSchedule.Start, GovernorAction.DeployByBlocks, random.Next());
        plan.Add(GovernorSchedule.Start + 1, GovernorAction.DeployBySeconds, random.Next());
        foreach (var height in schedule.HandOuts)
        {
            plan.Add(height, GovernorAction.HandOut, random.Next());
        }
        plan.Add(schedule.Proposals, GovernorAction.ProposeEdges, random.Next());
        plan.Add(schedule.Edges, GovernorAction.VoteEdges, random.Next());
        for (var height = schedule.Edges + 1; height <= lastBlock; height++)
        {
            var count = (schedule.ActionsPerHundred / 100) + (random.Chance(schedule.ActionsPerHundred % 100) ? 1 : 0);
            for (; count > 0; count--)
            {
                plan.Add(height, random.Draw(Weights), random.Next());
            }
        }
        return plan;
    }
}
