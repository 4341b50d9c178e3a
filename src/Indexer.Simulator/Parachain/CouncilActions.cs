using Indexer.Simulator.Governance;

namespace Indexer.Simulator.Parachain;

/// <summary>The council proposes referenda and cancels them.</summary>
internal static class CouncilActions
{
    public static void Play(GovernanceStory story, GovernanceActionKind kind, Prng random)
    {
        var council = story.State.Council;
        switch (kind)
        {
            case GovernanceActionKind.CouncilPropose when council.Open.Count() < 5:
                Propose(story, council, random);
                break;
            case GovernanceActionKind.CouncilCancel:
                Cancel(story, council, random);
                break;
            case GovernanceActionKind.CouncilVote:
                MotionActions.Vote(story, council, random);
                break;
            case GovernanceActionKind.CouncilClose:
                MotionActions.Close(story, council, random);
                break;
        }
    }

    private static void Propose(GovernanceStory story, Collective council, Prng random)
    {
        if (random.Chance(60) && FundActions.Decision(story, random) is var (decision, some, all))
        {
            MotionActions.Propose(story, council, decision, MotionActions.Part(council, some, all), random);
            return;
        }
        var (name, numerator, denominator) = random.Pick([
            ("external_propose", 1, 2),
            ("external_propose_majority", 3, 4),
            ("external_propose_majority", 3, 4),
            ("external_propose_default", 1, 1),
        ]);
        var proposal = ProposedCall.Of(story.Run.Runtime, story.Idea(random), inline: random.Chance(50));
        if (proposal.Form != ProposedForm.Inline && council.Members.Count > 0)
        {
            story.Submit(random.Pick(council.Members), VoteActions.Note(story, proposal));
        }
        var ayes = MotionActions.Part(council, numerator, denominator);
        MotionActions.Propose(story, council, new("Democracy", name, proposal), ayes, random);
    }

    /// <summary>Every fifth referendum shall be cancelled in the last block of its voting.</summary>
    private static void Cancel(GovernanceStory story, Collective council, Prng random)
    {
        var referendum = story.State.Ongoing.FirstOrDefault(one => one.Index % 5 == 4);
        var known = referendum is null ? null : Wanted(council, referendum);
        if (referendum is not null && known is null)
        {
            Call call = new("Democracy", "emergency_cancel", referendum.Index);
            MotionActions.Propose(story, council, call, MotionActions.Part(council, 2, 3), random);
        }
    }

    private static Motion? Wanted(Collective council, Referendum referendum) =>
        council.Motions.Find(one =>
            one.Proposal.Call is { Name: "emergency_cancel" } call && call.Argument<uint>(0) == referendum.Index
        );
}
