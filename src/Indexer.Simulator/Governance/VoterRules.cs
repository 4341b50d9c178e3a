using Indexer.Simulator.Staking;

namespace Indexer.Simulator.Governance;

/// <summary>The standing votes in the elections of the council; no event tells of them.</summary>
internal static class VoterRules
{
    private const string Pallet = "PhragmenElection";

    /// <summary>The base and one vote.</summary>
    public static UInt128 Bond { get; } = 11_000_000_000;

    public static void Vote(BlockRun run, AccountId who, Call call)
    {
        var (candidate, value) = (call.Argument<IReadOnlyList<AccountId>>(0)[0], call.Argument<UInt128>(1));
        var voters = run.Governance.Election.Voters;
        if (!voters.ContainsKey(who))
        {
            run.Reserve(who, Bond);
        }
        // No more than the account has can be locked.
        var stake = UInt128.Min(value, run.Ledger.Free(who) + run.Ledger.Reserved(who));
        voters[who] = (candidate, stake);
        Note(run, who, new(who, candidate, stake));
    }

    public static void Remove(BlockRun run, AccountId who)
    {
        run.Require(run.Governance.Election.Voters.ContainsKey(who), Pallet, "MustBeVoter");
        Drop(run, who);
    }

    /// <summary>Removes every vote for somebody who neither sits, nor follows, nor stands. The witnesses of the call are not looked at.</summary>
    public static void CleanDefunct(BlockRun run)
    {
        var election = run.Governance.Election;
        var standing = election.Members.Concat(election.RunnersUp).Concat(election.Candidates).Select(one => one.Who);
        var chosen = standing.ToHashSet();
        foreach (var (who, vote) in election.Voters.ToList())
        {
            if (!chosen.Contains(vote.Candidate))
            {
                Drop(run, who);
            }
        }
    }

    private static void Drop(BlockRun run, AccountId who)
    {
        run.Governance.Election.Voters.Remove(who);
        run.Ledger.Unreserve(run, who, Bond);
        Note(run, who, null);
    }

    private static void Note(BlockRun run, AccountId who, ElectionVoteBook? vote)
    {
        run.Records.Governance.ElectionVotes.Set(who, run.Height, vote);
        run.Governance.ChangedCells.Add(new(Pallet, "Voting", who));
    }
}
