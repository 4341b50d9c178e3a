using Indexer.Simulator.Scale;

namespace Indexer.Simulator.Parachain;

/// <summary>Citizens stand for the council, vote for somebody, and leave it.</summary>
internal static class ElectionActions
{
    public static void Play(GovernanceStory story, GovernanceActionKind kind, Prng random)
    {
        var election = story.State.Election;
        switch (kind)
        {
            case GovernanceActionKind.StandForCouncil:
                var taken = election
                    .Members.Concat(election.RunnersUp)
                    .Concat(election.Candidates)
                    .Select(one => one.Who);
                var free = story.Citizens.Candidates.Except(taken).ToList();
                if (free.Count > 0)
                {
                    var count = (uint)election.Candidates.Count;
                    story.Submit(random.Pick(free), "PhragmenElection", "submit_candidacy", count);
                }
                break;
            case GovernanceActionKind.VoteForCouncil:
                var who = story.Anybody(random);
                // Some say more than they have.
                var stake = random.Part(story.Run.Ledger.Free(who), 100, 1_300);
                IReadOnlyList<AccountId> ballot = [random.Pick(story.Citizens.Candidates)];
                story.Submit(who, "PhragmenElection", "vote", ballot, stake);
                break;
            case GovernanceActionKind.RemoveVoter when election.Voters.Count > 0:
                story.Submit(random.Pick(election.Voters.Keys.ToList()), "PhragmenElection", "remove_voter");
                break;
            case GovernanceActionKind.LeaveCouncil:
                var asCandidate = new ScaleChoice("Candidate", (uint)election.Candidates.Count);
                List<(AccountId Who, object Renouncing)> standing =
                [
                    .. election
                        .Members.Where(_ => election.Members.Count > 3)
                        .Select(one => (one.Who, (object)"Member")),
                    .. election.RunnersUp.Select(one => (one.Who, (object)"RunnerUp")),
                    .. election.Candidates.Select(one => (one.Who, (object)asCandidate)),
                ];
                if (standing.Count > 0)
                {
                    var (leaver, renouncing) = random.Pick(standing);
                    story.Submit(leaver, "PhragmenElection", "renounce_candidacy", renouncing);
                }
                break;
        }
    }
}
