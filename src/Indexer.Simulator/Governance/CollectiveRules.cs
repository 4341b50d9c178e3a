using Indexer.Simulator.Staking;

namespace Indexer.Simulator.Governance;

/// <summary>Motions of the council and the technical committee.</summary>
internal static class CollectiveRules
{
    public static void Dispatch(BlockRun run, Origin origin, Call call)
    {
        var collective = run.Governance.Collectives[call.Pallet];
        var who = origin.Signer();
        switch (call.Name)
        {
            case "propose":
                Propose(run, collective, who, call.Argument<uint>(0), call.Argument<Call>(1));
                break;
            case "execute":
                Execute(run, collective, who, call.Argument<Call>(0));
                break;
            case "vote":
                var hash = call.Argument<byte[]>(0);
                Vote(run, collective, who, hash, call.Argument<uint>(1), call.Argument<bool>(2));
                break;
            case "close":
                Close(run, collective, call.Argument<byte[]>(0), call.Argument<uint>(1));
                break;
            default:
                throw new InvalidOperationException($"{call.FullName} is not played.");
        }
    }

    /// <summary>Changes who is in a collective; the votes of those who leave are taken out of open motions, no event tells of it.</summary>
    public static void SetMembers(BlockRun run, Collective collective, IEnumerable<AccountId> members, AccountId? prime)
    {
        collective.Members = [.. members.Order()];
        collective.Prime = prime;
        foreach (var motion in collective.Open)
        {
            var left = motion.Ayes.RemoveAll(voter => !collective.Members.Contains(voter));
            left += motion.Nays.RemoveAll(voter => !collective.Members.Contains(voter));
            if (left > 0)
            {
                Changed(run, motion);
            }
        }
        run.Records.Governance.Collectives.Set(collective.Name, run.Height, collective.Book());
        run.Cells((collective.Name, "Members"), (collective.Name, "Prime"));
    }

    private static void Propose(BlockRun run, Collective collective, AccountId who, uint threshold, Call call)
    {
        run.Require(collective.Members.Contains(who), collective.Name, "NotMember");
        var proposal = ProposedCall.Of(run.Runtime, call, inline: true);
        run.Require(collective.FindOpen(proposal.Hash) is null, collective.Name, "DuplicateProposal");
        if (threshold < 2)
        {
            var origin = new Origin.Members(collective.Name, 1, collective.Members.Count);
            var outcome = Dispatcher.Try(run, origin, call);
            var done = run.Emit(collective.Name, "Executed", proposal.Hash, outcome);
            Note(run, collective, who, proposal, done, outcome);
            return;
        }
        var end = run.Height + run.Governance.Terms.MotionDuration;
        var motion = new Motion(collective, (uint)collective.Motions.Count, proposal, who, threshold, end);
        collective.Motions.Add(motion);
        var at = run.Emit(collective.Name, "Proposed", who, motion.Index, proposal.Hash, threshold);
        if (run.Runtime.SpecVersion < 12)
        {
            // In the first runtimes a proposal was an aye.
            motion.Ayes.Add(who);
            motion.History.Add(new(run.Height, at, who, Aye: true));
        }
        Step(run, motion, at, "Proposed");
        run.Cells((collective.Name, "ProposalCount"));
    }

    private static void Execute(BlockRun run, Collective collective, AccountId who, Call call)
    {
        run.Require(collective.Members.Contains(who), collective.Name, "NotMember");
        var proposal = ProposedCall.Of(run.Runtime, call, inline: true);
        var outcome = Dispatcher.Try(run, new Origin.Member(collective.Name, who), call);
        var at = run.Emit(collective.Name, "MemberExecuted", proposal.Hash, outcome);
        Note(run, collective, who, proposal, at, outcome);
    }

    private static void Vote(BlockRun run, Collective collective, AccountId who, byte[] hash, uint index, bool aye)
    {
        run.Require(collective.Members.Contains(who), collective.Name, "NotMember");
        var motion = Find(run, collective, hash, index);
        var (side, other) = aye ? (motion.Ayes, motion.Nays) : (motion.Nays, motion.Ayes);
        run.Require(!side.Contains(who), collective.Name, "DuplicateVote");
        side.Add(who);
        if (other.IndexOf(who) is >= 0 and var place)
        {
            other[place] = other[^1];
            other.RemoveAt(other.Count - 1);
        }
        var (yes, no) = ((uint)motion.Ayes.Count, (uint)motion.Nays.Count);
        var at = run.Emit(collective.Name, "Voted", who, hash, aye, yes, no);
        motion.History.Add(new(run.Height, at, who, aye));
        Changed(run, motion);
    }

    private static void Close(BlockRun run, Collective collective, byte[] hash, uint index)
    {
        var motion = Find(run, collective, hash, index);
        var seats = (uint)collective.Members.Count;
        var (yes, no) = ((uint)motion.Ayes.Count, (uint)motion.Nays.Count);
        var disapproved = (no > seats ? 0 : seats - no) < motion.Threshold;
        if (yes < motion.Threshold && !disapproved)
        {
            run.Require(run.Height >= motion.End, collective.Name, "TooEarly");
            var abstentions = seats - yes - no;
            var prime = collective.Prime is { } account && motion.Ayes.Contains(account);
            (yes, no) = prime ? (yes + abstentions, no) : (yes, no + abstentions);
        }
        run.Require(
            yes < motion.Threshold || motion.Proposal.IsReadBy(run.Runtime),
            collective.Name,
            "ProposalMissing"
        );
        motion.Counted = (yes, no);
        Step(run, motion, run.Emit(collective.Name, "Closed", hash, yes, no), "Closed");
        if (yes < motion.Threshold)
        {
            motion.State = "Disapproved";
            Step(run, motion, run.Emit(collective.Name, "Disapproved", hash), "Disapproved");
            return;
        }
        Step(run, motion, run.Emit(collective.Name, "Approved", hash), "Approved");
        var origin = new Origin.Members(collective.Name, (int)yes, (int)seats);
        var outcome = Dispatcher.Try(run, origin, motion.Proposal.Call);
        motion.State = outcome.Error is null ? "Executed" : "Failed";
        motion.Error = outcome.Error?.Name;
        Step(run, motion, run.Emit(collective.Name, "Executed", hash, outcome), "Executed");
    }

    private static Motion Find(BlockRun run, Collective collective, byte[] hash, uint index)
    {
        var motion = collective.FindOpen(hash);
        run.Require(motion is not null, collective.Name, "ProposalMissing");
        run.Require(motion!.Index == index, collective.Name, "WrongIndex");
        return motion;
    }

    private static void Note(
        BlockRun run,
        Collective collective,
        AccountId who,
        ProposedCall proposal,
        int at,
        Outcome outcome
    ) =>
        run.Records.Governance.Executions.Add(
            new(run.Height, at, collective.Name, who, proposal.HashHex, proposal.Call.FullName, outcome.Error?.Name)
        );

    private static void Step(BlockRun run, Motion motion, int at, string what)
    {
        motion.Steps.Add(new(run.Height, at, $"{motion.Collective.Name}.{what}"));
        Changed(run, motion);
    }

    private static void Changed(BlockRun run, Motion motion)
    {
        run.Governance.Changed.Add(motion);
        run.Cells((motion.Collective.Name, "Proposals"));
        run.Governance.ChangedCells.Add(new(motion.Collective.Name, "ProposalOf", motion.Proposal.HashHex));
        run.Governance.ChangedCells.Add(new(motion.Collective.Name, "Voting", motion.Proposal.HashHex));
    }
}
