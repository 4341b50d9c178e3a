using Indexer.Simulator.Governance;

namespace Indexer.Simulator.Parachain;

/// <summary>What the council and the technical committee do alike: members propose, vote and close motions.</summary>
internal static class MotionActions
{
    private static readonly object?[] Weight = [10_000_000_000UL, 500_000UL];

    public static void Propose(GovernanceStory story, Collective collective, Call call, int ayes, Prng random)
    {
        if (collective.Members.Count > 0 && ayes <= collective.Members.Count)
        {
            var length = (uint)story.Run.Runtime.Encode(call).Length;
            story.Submit(random.Pick(collective.Members), collective.Name, "propose", (uint)ayes, call, length);
        }
    }

    /// <summary>A member votes, mostly for it, or changes his vote.</summary>
    public static void Vote(GovernanceStory story, Collective collective, Prng random)
    {
        var open = collective.Open.ToList();
        if (open.Count == 0 || collective.Members.Count == 0)
        {
            return;
        }
        var motion = random.Pick(open);
        var silent = collective.Members.Where(one => !motion.Ayes.Contains(one) && !motion.Nays.Contains(one)).ToList();
        var who = silent.Count == 0 || random.Chance(10) ? random.Pick(collective.Members) : random.Pick(silent);
        // What would be the same vote again is the other one.
        var aye = !motion.Ayes.Contains(who) && (motion.Nays.Contains(who) || random.Chance(85));
        story.Submit(who, collective.Name, "vote", motion.Proposal.Hash, motion.Index, aye);
    }

    /// <summary>Closes what is decided or has run out, unless its time has not come.</summary>
    public static void Close(GovernanceStory story, Collective collective, Prng random)
    {
        foreach (var motion in collective.Open.Where(one => IsDue(story, one)).ToList())
        {
            var length = (uint)motion.Proposal.Encoded.Length;
            var who = story.Anybody(random);
            story.Submit(who, collective.Name, "close", motion.Proposal.Hash, motion.Index, Weight, length);
        }
    }

    public static int Part(Collective collective, int numerator, int denominator) =>
        Math.Max(2, ((collective.Members.Count * numerator) + denominator - 1) / denominator);

    private static bool IsDue(GovernanceStory story, Motion motion)
    {
        var approved = motion.Ayes.Count >= motion.Threshold;
        // A cancellation is kept for the last block of the voting.
        if (approved && motion.Proposal.Call is { FullName: "Democracy.emergency_cancel" } call)
        {
            var referendum = story.State.Find(call.Argument<uint>(0))!;
            return referendum.End <= story.Run.Height + 1 || referendum.State != ReferendumState.Ongoing;
        }
        // Closing what a new runtime cannot read any more fails; it is tried once.
        if (approved && !motion.Proposal.IsReadBy(story.Run.Runtime))
        {
            return story.Run.Height == motion.End;
        }
        return approved
            || motion.Collective.Members.Count - motion.Nays.Count < motion.Threshold
            || story.Run.Height >= motion.End;
    }
}
