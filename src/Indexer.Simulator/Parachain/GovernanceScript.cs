namespace Indexer.Simulator.Parachain;

/// <summary>Plans the story of governance: from the first block on the citizens propose, vote, delegate and decide.</summary>
internal static class GovernanceScript
{
    private static readonly (GovernanceActionKind Kind, int Weight)[] Weights =
    [
        (GovernanceActionKind.Propose, 6),
        (GovernanceActionKind.Second, 6),
        (GovernanceActionKind.Vote, 34),
        (GovernanceActionKind.VoteInBatch, 6),
        (GovernanceActionKind.VoteByProxy, 6),
        (GovernanceActionKind.VoteWrapped, 10),
        (GovernanceActionKind.RemoveVote, 5),
        (GovernanceActionKind.RemoveOldVote, 5),
        (GovernanceActionKind.RemoveOtherVote, 3),
        (GovernanceActionKind.Delegate, 9),
        (GovernanceActionKind.Undelegate, 5),
        (GovernanceActionKind.Unlock, 2),
        (GovernanceActionKind.FailingVote, 2),
        (GovernanceActionKind.FailingBatch, 2),
        (GovernanceActionKind.CommitteeVeto, 1),
        (GovernanceActionKind.CommitteeExecute, 2),
        (GovernanceActionKind.ProposeSpend, 4),
        (GovernanceActionKind.ProposeBounty, 4),
        (GovernanceActionKind.WorkOnBounty, 10),
        (GovernanceActionKind.WorkOnChildBounty, 12),
        (GovernanceActionKind.StartTip, 4),
        (GovernanceActionKind.WorkOnTip, 10),
        (GovernanceActionKind.StandForCouncil, 5),
        (GovernanceActionKind.VoteForCouncil, 9),
        (GovernanceActionKind.LeaveCouncil, 3),
        (GovernanceActionKind.RemoveVoter, 1),
    ];

    public static BlockPlan<GovernanceActionKind> Write(ulong seed, ParachainProfile profile)
    {
        var plan = new BlockPlan<GovernanceActionKind>(profile.Blocks);
        var random = new Prng(Prng.Mix(seed, profile.Name + "/governance"));
        for (var height = 1L; height <= profile.Blocks; height++)
        {
            Opening(plan, profile, height, random);
            for (var count = random.Below(7); count > 0; count--)
            {
                plan.Add(height, random.Draw(Weights), random.Next());
            }
            Collectives(plan, height, random);
            plan.Add(height, GovernanceActionKind.CouncilClose, random.Next());
            plan.Add(height, GovernanceActionKind.CommitteeClose, random.Next());
            plan.Add(height, GovernanceActionKind.VoteOnTheEdge, random.Next());
        }
        return plan;
    }

    private static void Opening(
        BlockPlan<GovernanceActionKind> plan,
        ParachainProfile profile,
        long height,
        Prng random
    )
    {
        if (height <= 12)
        {
            plan.Add(height, GovernanceActionKind.VoteForCouncil, random.Next());
        }
        if (height is 2 or 3)
        {
            plan.Add(height, GovernanceActionKind.Propose, random.Next());
            plan.Add(height, GovernanceActionKind.AddProxy, random.Next());
        }
        // Before staking there is no W-PHA; the asset is made in the first block of staking.
        if (height > profile.Prelude + 1 && height <= profile.Prelude + 7)
        {
            plan.Add(height, GovernanceActionKind.Wrap, random.Next());
        }
    }

    private static void Collectives(BlockPlan<GovernanceActionKind> plan, long height, Prng random)
    {
        if (height % 3 == 0)
        {
            plan.Add(height, GovernanceActionKind.CouncilPropose, random.Next());
        }
        if (height % 4 == 1)
        {
            plan.Add(height, GovernanceActionKind.CommitteePropose, random.Next());
        }
        plan.Add(height, GovernanceActionKind.CouncilCancel, random.Next());
        for (var count = random.Below(4); count > 0; count--)
        {
            plan.Add(height, GovernanceActionKind.CouncilVote, random.Next());
        }
        plan.Add(height, GovernanceActionKind.CommitteeVote, random.Next());
    }
}
