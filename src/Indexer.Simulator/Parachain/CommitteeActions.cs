using Indexer.Simulator.Governance;

namespace Indexer.Simulator.Parachain;

/// <summary>The technical committee puts proposals on the fast track, cancels public ones and vetoes.</summary>
internal static class CommitteeActions
{
    public static void Play(GovernanceStory story, GovernanceActionKind kind, Prng random)
    {
        var committee = story.State.Committee;
        switch (kind)
        {
            case GovernanceActionKind.CommitteePropose when !committee.Open.Any():
                Propose(story, committee, random);
                break;
            case GovernanceActionKind.CommitteeVote:
                MotionActions.Vote(story, committee, random);
                break;
            case GovernanceActionKind.CommitteeClose:
                MotionActions.Close(story, committee, random);
                break;
            case GovernanceActionKind.CommitteeVeto when story.State.NextExternal is { } external:
                Execute(story, committee, new("Democracy", "veto_external", external.Proposal.Hash), random);
                break;
            case GovernanceActionKind.CommitteeExecute:
                // A member is no signer: the call is executed and fails.
                Execute(story, committee, new("Democracy", "undelegate"), random);
                break;
        }
    }

    private static void Propose(GovernanceStory story, Collective committee, Prng random)
    {
        var terms = story.State.Terms;
        if (story.State.NextExternal is { } external && external.Threshold != VoteThreshold.SuperMajorityApprove)
        {
            var instant = random.Chance(40);
            var period = instant ? terms.FastTrackVotingPeriod / 2 : terms.FastTrackVotingPeriod + 2;
            Call track = new("Democracy", "fast_track", external.Proposal.Hash, period, (uint)random.Below(3));
            var ayes = instant ? committee.Members.Count : MotionActions.Part(committee, 2, 3);
            MotionActions.Propose(story, committee, track, ayes, random);
        }
        else if (story.State.Proposals.Count > 1 && random.Chance(50))
        {
            Call cancel = new("Democracy", "cancel_proposal", random.Pick(story.State.Proposals).Index);
            MotionActions.Propose(story, committee, cancel, committee.Members.Count, random);
        }
        else if (random.Chance(20))
        {
            MotionActions.Propose(story, committee, new("System", "remark", "one aye"u8.ToArray()), 1, random);
        }
    }

    private static void Execute(GovernanceStory story, Collective committee, Call call, Prng random)
    {
        var length = (uint)story.Run.Runtime.Encode(call).Length;
        story.Submit(random.Pick(committee.Members), committee.Name, "execute", call, length);
    }
}
