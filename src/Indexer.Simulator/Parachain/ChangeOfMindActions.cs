using Indexer.Simulator.Governance;

namespace Indexer.Simulator.Parachain;

/// <summary>Citizens remove votes, delegate, undelegate, unlock, and fail.</summary>
internal static class ChangeOfMindActions
{
    public static void Play(GovernanceStory story, GovernanceActionKind kind, Prng random)
    {
        switch (kind)
        {
            case GovernanceActionKind.RemoveVote:
                Remove(story, random, ended: false, byOther: false);
                break;
            case GovernanceActionKind.RemoveOldVote:
                Remove(story, random, ended: true, byOther: false);
                break;
            case GovernanceActionKind.RemoveOtherVote:
                Remove(story, random, ended: true, byOther: true);
                break;
            case GovernanceActionKind.Delegate:
                Delegate(story, random);
                break;
            case GovernanceActionKind.Undelegate:
                var delegating = story.Citizens.Delegators.Where(one =>
                    story.State.VotingOf(one).Delegation is not null
                );
                if (delegating.ToList() is { Count: > 0 } list)
                {
                    story.Submit(random.Pick(list), "Democracy", "undelegate");
                }
                break;
            case GovernanceActionKind.Unlock:
                var target = story.Anybody(random);
                story.Submit(target, "Democracy", "unlock", target);
                break;
            default:
                Fail(story, kind, random);
                break;
        }
    }

    private static void Remove(GovernanceStory story, Prng random, bool ended, bool byOther)
    {
        var fitting = story
            .Citizens.Voters.SelectMany(voter => story.State.VotingOf(voter).Votes.Keys.Select(index => (voter, index)))
            .Where(vote => (story.State.Find(vote.index)!.State != ReferendumState.Ongoing) == ended)
            .ToList();
        if (fitting.Count == 0)
        {
            return;
        }
        var (voter, index) = random.Pick(fitting);
        if (byOther)
        {
            story.Submit(story.Anybody(random), "Democracy", "remove_other_vote", voter, index);
        }
        else if (random.Chance(25))
        {
            Call remove = new("Democracy", "remove_vote", index);
            story.Submit(voter, "Utility", "batch", (IReadOnlyList<Call>)[remove, new("Democracy", "unlock", voter)]);
        }
        else
        {
            story.Submit(voter, "Democracy", "remove_vote", index);
        }
    }

    /// <summary>Delegates to the next of the circle, so that chains come about; whoever has votes removes them first.</summary>
    private static void Delegate(GovernanceStory story, Prng random)
    {
        var circle = story.Citizens.Delegators;
        var place = random.Below(circle.Count);
        var who = circle[place];
        var target = random.Chance(70) ? circle[(place + 1) % circle.Count] : story.Citizens.All[random.Between(1, 4)];
        var balance = random.Part(story.Run.Ledger.Free(who), 100, 800);
        Call delegation = new("Democracy", "delegate", target, (Conviction)random.Below(7), balance);
        var votes = story.State.VotingOf(who).Votes.Keys.ToList();
        if (votes.Count == 0 || random.Chance(10))
        {
            story.Submit(who, delegation);
            return;
        }
        var removals = votes.Select(index => new Call("Democracy", "remove_vote", index));
        story.Submit(who, "Utility", "batch_all", (IReadOnlyList<Call>)[.. removals, delegation]);
    }

    private static void Fail(GovernanceStory story, GovernanceActionKind kind, Prng random)
    {
        var who = story.Anybody(random);
        var beyond = (uint)story.State.Referenda.Count + 5;
        Call late = new("Democracy", "vote", beyond, new StandardVote(true, Conviction.None, 1_000_000_000_000));
        if (kind == GovernanceActionKind.FailingVote)
        {
            story.Submit(who, late);
        }
        else if (story.State.Ongoing.FirstOrDefault() is { } referendum)
        {
            Call good = new("Democracy", "vote", referendum.Index, new StandardVote(true, Conviction.None, 1_000_000));
            var error = story.Run.Error("Democracy", "ReferendumInvalid");
            story.Fail(who, new("Utility", "batch_all", (IReadOnlyList<Call>)[good, late]), error);
        }
    }
}
