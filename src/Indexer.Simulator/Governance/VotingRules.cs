using Indexer.Simulator.Staking;

namespace Indexer.Simulator.Governance;

/// <summary>The votes and delegations of the democracy pallet.</summary>
internal static class VotingRules
{
    public static void Vote(BlockRun run, AccountId who, uint index, AccountVote vote)
    {
        var state = run.Governance;
        var referendum = Ongoing(run, index);
        run.Require(vote.Balance <= run.Ledger.Free(who), "Democracy", "InsufficientFunds");
        var voting = state.VotingOf(who);
        run.Require(voting.Delegation is null, "Democracy", "AlreadyDelegating");
        var replaces = voting.Votes.TryGetValue(index, out var old);
        run.Require(replaces || voting.Votes.Count < 100, "Democracy", "MaxVotesReached");
        if (replaces)
        {
            referendum.Tally = referendum.Tally.Minus(old!.Own()).Minus(voting.Received.On(old!));
        }
        voting.Votes[index] = vote;
        referendum.Votes[who] = (vote, run.Height);
        referendum.History.Add(
            new(run.Height, run.Extrinsic, who, replaces ? VoteChangeKind.Replaced : VoteChangeKind.Cast, vote)
        );
        run.EmitIfKnown("Democracy", "Voted", who, index, vote);
        referendum.Tally = referendum.Tally.Plus(vote.Own()).Plus(voting.Received.On(vote));
        Changed(run, who, referendum);
    }

    /// <summary>Takes a vote back. Of an ended referendum only the locks change; no event tells of either.</summary>
    public static void Remove(BlockRun run, AccountId who, uint index, bool expiredOnly)
    {
        var state = run.Governance;
        var voting = state.VotingOf(who);
        run.Require(voting.Delegation is null, "Democracy", "AlreadyDelegating");
        run.Require(voting.Votes.TryGetValue(index, out var vote), "Democracy", "NotVoter");
        var referendum = state.Referenda[(int)index];
        var open = referendum.State == ReferendumState.Ongoing;
        if (open)
        {
            run.Require(!expiredOnly, "Democracy", "NoPermission");
            referendum.Tally = referendum.Tally.Minus(vote!.Own()).Minus(voting.Received.On(vote!));
            referendum.Votes.Remove(who);
        }
        else
        {
            if (
                !referendum.IsForgotten
                && referendum.Approved is { } approved
                && vote is StandardVote standard
                && standard.Aye == approved
            )
            {
                var until =
                    referendum.EndedAt!.Value + (state.Terms.VoteLockingPeriod * standard.Conviction.LockPeriods());
                run.Require(run.Height >= until || !expiredOnly, "Democracy", "NoPermission");
                if (run.Height < until)
                {
                    voting.Lock(until, standard.Balance);
                }
            }
            referendum.Removed[who] = run.Height;
        }
        voting.Votes.Remove(index);
        var kind = open ? VoteChangeKind.Removed : VoteChangeKind.RemovedAfterEnd;
        referendum.History.Add(new(run.Height, run.Extrinsic, who, kind, vote!));
        Changed(run, who, referendum);
    }

    public static void Delegate(BlockRun run, AccountId who, AccountId target, Conviction conviction, UInt128 balance)
    {
        var state = run.Governance;
        run.Require(who != target, "Democracy", "Nonsense");
        run.Require(balance <= run.Ledger.Free(who), "Democracy", "InsufficientFunds");
        var voting = state.VotingOf(who);
        run.Require(voting.Delegation is not null || voting.Votes.Count == 0, "Democracy", "VotesExist");
        if (voting.Delegation is not null)
        {
            Withdraw(run, who, voting);
        }
        voting.Delegation = (target, conviction, balance, run.Height);
        Flow(run, target, Delegated.Of(conviction, balance), add: true);
        state.ChangedCells.Add(new("Democracy", "VotingOf", who));
        run.Records.Governance.Delegations.Set((who, run.Height), run.Height, Book(who, voting, null));
        run.Emit("Democracy", "Delegated", who, target);
    }

    public static void Undelegate(BlockRun run, AccountId who)
    {
        var voting = run.Governance.VotingOf(who);
        run.Require(voting.Delegation is not null, "Democracy", "NotDelegating");
        Withdraw(run, who, voting);
        run.Governance.ChangedCells.Add(new("Democracy", "VotingOf", who));
        run.Emit("Democracy", "Undelegated", who);
    }

    public static void Unlock(BlockRun run, AccountId target)
    {
        run.Governance.VotingOf(target).Release(run.Height);
        run.Governance.ChangedCells.Add(new("Democracy", "VotingOf", target));
        run.EmitIfKnown("Democracy", "Unlocked", target);
    }

    public static Referendum Ongoing(BlockRun run, uint index)
    {
        var referendum = run.Governance.Find(index);
        run.Require(referendum?.State == ReferendumState.Ongoing, "Democracy", "ReferendumInvalid");
        return referendum!;
    }

    private static void Withdraw(BlockRun run, AccountId who, Voting voting)
    {
        var (target, conviction, balance, from) = voting.Delegation!.Value;
        run.Records.Governance.Delegations.Set((who, from), run.Height, Book(who, voting, run.Height));
        voting.Delegation = null;
        Flow(run, target, Delegated.Of(conviction, balance), add: false);
        voting.Lock(run.Height + (run.Governance.Terms.VoteLockingPeriod * conviction.LockPeriods()), balance);
    }

    /// <summary>Adds a delegation to its target, and to the target's standard votes; a target that delegates itself passes nothing on.</summary>
    private static void Flow(BlockRun run, AccountId target, Delegated amount, bool add)
    {
        var state = run.Governance;
        var voting = state.VotingOf(target);
        voting.Received = add ? voting.Received + amount : voting.Received - amount;
        state.ChangedCells.Add(new("Democracy", "VotingOf", target));
        foreach (var (index, vote) in voting.Delegation is null ? voting.Votes.ToList() : [])
        {
            var referendum = state.Referenda[(int)index];
            if (referendum.State == ReferendumState.Ongoing)
            {
                var share = amount.On(vote);
                referendum.Tally = add ? referendum.Tally.Plus(share) : referendum.Tally.Minus(share);
                Changed(run, target, referendum);
            }
        }
    }

    private static DelegationBook Book(AccountId who, Voting voting, long? to)
    {
        var (target, conviction, balance, from) = voting.Delegation!.Value;
        return new(who, target, conviction, balance, conviction.Votes(balance), from, to);
    }

    private static void Changed(BlockRun run, AccountId who, Referendum referendum)
    {
        run.Governance.Changed.Add(referendum);
        run.Governance.ChangedCells.Add(new("Democracy", "VotingOf", who));
        run.Governance.ChangedCells.Add(new("Democracy", "ReferendumInfoOf", referendum.Index));
    }
}
