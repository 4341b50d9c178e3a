using System.Text;
using Indexer.Simulator.Governance;

namespace Indexer.Simulator.Parachain;

/// <summary>The treasury's money is asked for, earned and given: proposals, bounties, tips.</summary>
internal static class FundActions
{
    private static readonly UInt128 Pha = 1_000_000_000_000;

    public static void Play(GovernanceStory story, GovernanceActionKind kind, Prng random)
    {
        switch (kind)
        {
            case GovernanceActionKind.ProposeSpend:
                var value = Pha * (uint)random.Between(5, 900);
                story.Submit(story.Anybody(random), "Treasury", "propose_spend", value, story.Anybody(random));
                break;
            case GovernanceActionKind.ProposeBounty when story.State.Bounties.Count(one => !one.IsOver) < 4:
                var description = Encoding.ASCII.GetBytes($"bounty {story.State.Bounties.Count}");
                var reward = Pha * (uint)random.Between(100, 5_000);
                story.Submit(story.Anybody(random), "Bounties", "propose_bounty", reward, description);
                break;
            case GovernanceActionKind.WorkOnBounty:
                WorkOnBounty(story, random);
                break;
            case GovernanceActionKind.WorkOnChildBounty
                when story.Run.Runtime.HasCall("ChildBounties", "add_child_bounty"):
                WorkOnChild(story, random);
                break;
            case GovernanceActionKind.StartTip when story.Run.Runtime.HasCall("Tips", "tip_new"):
                StartTip(story, random);
                break;
            case GovernanceActionKind.WorkOnTip:
                WorkOnTip(story, random);
                break;
        }
    }

    /// <summary>What the council has to decide of the treasury, or null.</summary>
    public static (Call Call, int Numerator, int Denominator)? Decision(GovernanceStory story, Prng random)
    {
        var state = story.State;
        List<Call> wanted =
        [
            .. state
                .TreasuryProposals.Where(one => one.State == "Proposed")
                .Select(one => new Call(
                    "Treasury",
                    random.Chance(70) ? "approve_proposal" : "reject_proposal",
                    one.Index
                )),
            .. state
                .Bounties.Where(one => one.State == "Proposed")
                .Select(one => new Call("Bounties", random.Chance(80) ? "approve_bounty" : "close_bounty", one.Index)),
            .. state.Bounties.Where(one => one.State == "Funded").Select(one => Curator(story, one, random)),
            .. state
                .Tips.Where(one => one.IsOpen && random.Chance(15))
                .Select(one => new Call("Tips", "slash_tip", one.Hash)),
            .. state
                .Bounties.Where(one => one.State == "Active" && random.Chance(8))
                .Select(one => new Call("Bounties", "close_bounty", one.Index)),
            .. state
                .Bounties.Where(one => one.State is "Active" or "PendingPayout" && random.Chance(8))
                .Select(one => new Call("Bounties", "unassign_curator", one.Index)),
        ];
        return wanted.Count == 0 ? null : (random.Pick(wanted), 3, 5);
    }

    private static Call Curator(GovernanceStory story, Bounty bounty, Prng random) =>
        new("Bounties", "propose_curator", bounty.Index, story.Anybody(random), bounty.Value / 10);

    private static void WorkOnBounty(GovernanceStory story, Prng random)
    {
        var fitting = story
            .State.Bounties.Where(one => one.State is "CuratorProposed" or "Active" || IsDue(story, one))
            .ToList();
        if (fitting.Count == 0)
        {
            return;
        }
        var bounty = random.Pick(fitting);
        var curator = bounty.Curator!.Value;
        var text = Encoding.ASCII.GetBytes("goes on");
        switch (bounty.State)
        {
            case "CuratorProposed" or "Active" when random.Chance(10):
                var isOverdue = bounty.State == "Active" && bounty.UpdateDue < story.Run.Height;
                var leaver = isOverdue ? story.Anybody(random) : curator;
                story.Submit(leaver, "Bounties", "unassign_curator", bounty.Index);
                break;
            case "CuratorProposed":
                story.Submit(curator, "Bounties", "accept_curator", bounty.Index);
                break;
            case "Active" when random.Chance(50):
                story.Submit(curator, "Bounties", "extend_bounty_expiry", bounty.Index, text);
                break;
            case "Active":
                story.Submit(curator, "Bounties", "award_bounty", bounty.Index, story.Anybody(random));
                break;
            default:
                story.Submit(story.Anybody(random), "Bounties", "claim_bounty", bounty.Index);
                break;
        }
    }

    private static void WorkOnChild(GovernanceStory story, Prng random)
    {
        var parents = story.State.Bounties.Where(one => one.State == "Active").ToList();
        if (parents.Count == 0)
        {
            return;
        }
        var parent = random.Pick(parents);
        var curator = parent.Curator!.Value;
        var child = story.State.ChildBounties.Find(one =>
            one.Parent == parent && !one.IsOver && (one.State != "PendingPayout" || IsDue(story, one))
        );
        switch (child?.State)
        {
            case null:
                var text = Encoding.ASCII.GetBytes($"child {story.State.ChildBounties.Count}");
                story.Submit(curator, "ChildBounties", "add_child_bounty", parent.Index, parent.Value / 5, text);
                break;
            case "Added":
                var (helper, fee) = (story.Anybody(random), child.Value / 20);
                story.Submit(curator, "ChildBounties", "propose_curator", parent.Index, child.Index, helper, fee);
                break;
            case not "Added" when random.Chance(12):
                var who = child.State != "PendingPayout" && random.Chance(50) ? child.Curator!.Value : curator;
                story.Submit(who, "ChildBounties", "unassign_curator", parent.Index, child.Index);
                break;
            case not "PendingPayout" when random.Chance(15):
                story.Submit(curator, "ChildBounties", "close_child_bounty", parent.Index, child.Index);
                break;
            case "CuratorProposed":
                story.Submit(child.Curator!.Value, "ChildBounties", "accept_curator", parent.Index, child.Index);
                break;
            case "Active":
                var (by, to) = (child.Curator!.Value, story.Anybody(random));
                story.Submit(by, "ChildBounties", "award_child_bounty", parent.Index, child.Index, to);
                break;
            default:
                var anybody = story.Anybody(random);
                story.Submit(anybody, "ChildBounties", "claim_child_bounty", parent.Index, child.Index);
                break;
        }
    }

    private static bool IsDue(GovernanceStory story, Bounty bounty) =>
        bounty.State == "PendingPayout" && story.Run.Height >= bounty.UnlockAt;

    private static void StartTip(GovernanceStory story, Prng random)
    {
        var reason = Encoding.ASCII.GetBytes($"good deed {story.State.Tips.Count}");
        var who = story.Anybody(random);
        if (random.Chance(60))
        {
            story.Submit(story.Anybody(random), "Tips", "report_awesome", reason, who);
        }
        else if (story.State.Council.Members.Count > 0)
        {
            var tipper = random.Pick(story.State.Council.Members);
            story.Submit(tipper, "Tips", "tip_new", reason, who, Pha * (uint)random.Between(1, 60));
        }
    }

    private static void WorkOnTip(GovernanceStory story, Prng random)
    {
        var open = story.State.Tips.Where(one => one.IsOpen).ToList();
        var council = story.State.Council.Members;
        if (open.Count == 0 || council.Count == 0)
        {
            return;
        }
        var tip = random.Pick(open);
        if (story.Run.Height >= tip.Closes && tip.Tips.Keys.Any(council.Contains))
        {
            story.Submit(story.Anybody(random), "Tips", "close_tip", tip.Hash);
        }
        else if (tip.FindersFee && random.Chance(8))
        {
            story.Submit(tip.Finder, "Tips", "retract_tip", tip.Hash);
        }
        else
        {
            story.Submit(random.Pick(council), "Tips", "tip", tip.Hash, Pha * (uint)random.Between(1, 60));
        }
    }
}
