using Indexer.Simulator.Scale;
using Indexer.Simulator.Staking;

namespace Indexer.Simulator.Governance;

/// <summary>
/// Elections of the council. Here every voter names one candidate, for which the method of Phragmén elects simply those with the most
/// stake behind them.
/// </summary>
internal static class ElectionRules
{
    private const string Pallet = "PhragmenElection";
    private static readonly UInt128 CandidacyBond = 10_000_000_000_000;

    public static void Dispatch(BlockRun run, Origin origin, Call call)
    {
        switch (call.Name)
        {
            case "submit_candidacy":
                Stand(run, origin.Signer());
                break;
            case "vote":
                VoterRules.Vote(run, origin.Signer(), call);
                break;
            case "remove_voter":
                VoterRules.Remove(run, origin.Signer());
                break;
            case "renounce_candidacy":
                Renounce(run, origin.Signer(), call.Arguments[0]);
                break;
            case "remove_member":
                origin.RequireRoot();
                Kick(run, call.Argument<AccountId>(0), call.Argument<bool>(1), call.Argument<bool>(2));
                break;
            case "clean_defunct_voters":
                origin.RequireRoot();
                VoterRules.CleanDefunct(run);
                break;
            default:
                throw new InvalidOperationException($"{call.FullName} is not played.");
        }
        run.Cells((Pallet, "Members"), (Pallet, "RunnersUp"), (Pallet, "Candidates"));
    }

    /// <summary>The beginning of a block: at the end of a term there is an election.</summary>
    public static void Begin(BlockRun run)
    {
        if (run.Height % run.Governance.Terms.TermDuration == 0)
        {
            Elect(run);
        }
    }

    private static void Stand(BlockRun run, AccountId who)
    {
        var election = run.Governance.Election;
        run.Require(!election.Candidates.Exists(one => one.Who == who), Pallet, "DuplicatedCandidate");
        run.Require(!election.Members.Exists(one => one.Who == who), Pallet, "MemberSubmit");
        run.Require(!election.RunnersUp.Exists(one => one.Who == who), Pallet, "RunnerUpSubmit");
        run.Reserve(who, CandidacyBond);
        election.Candidates.Add(new(who, 0, CandidacyBond));
        Note(run, election);
    }

    private static void Elect(BlockRun run)
    {
        var election = run.Governance.Election;
        List<SeatHolder> standing = [.. election.Candidates, .. election.RunnersUp, .. election.Members];
        if (standing.Count == 0)
        {
            run.Records.Governance.Terms.Add(new(run.Height, run.Emit(Pallet, "EmptyTerm"), []));
            return;
        }
        Elect(run, election, standing);
    }

    private static void Elect(BlockRun run, Election election, List<SeatHolder> standing)
    {
        var terms = run.Governance.Terms;
        // Votes are counted in 64 bits: the issuance decides by how much a stake is divided.
        var factor = UInt128.Max(1, run.Ledger.Issuance / ulong.MaxValue);
        var ranked = standing
            .Select(one => one with { Stake = Stake(election, one.Who) / factor * factor })
            .Where(one => one.Stake > 0)
            .OrderByDescending(one => one.Stake)
            .Take((int)(terms.DesiredMembers + terms.DesiredRunnersUp))
            .ToList();
        election.Members = [.. ranked.Take((int)terms.DesiredMembers).OrderBy(one => one.Who)];
        election.RunnersUp = [.. ranked.Skip((int)terms.DesiredMembers).Reverse()];
        election.Candidates.Clear();
        var members = election.Members.Select(one => one.Who);
        CollectiveRules.SetMembers(run, run.Governance.Council, members, ranked.Count > 0 ? ranked[0].Who : null);
        foreach (var loser in standing.Where(one => !ranked.Exists(winner => winner.Who == one.Who)))
        {
            if (loser.Deposit > 0)
            {
                run.Ledger.SlashReserved(run, loser.Who, loser.Deposit);
            }
            run.Emit(Pallet, "CandidateSlashed", loser.Who, loser.Deposit);
        }
        var elected = election.Members.Select(one => (one.Who, one.Stake)).ToList();
        object? list = elected.Select(one => new object?[] { one.Who, one.Stake });
        run.Records.Governance.Terms.Add(new(run.Height, run.Emit(Pallet, "NewTerm", [list]), elected));
        Note(run, election);
        run.Cells((Pallet, "Members"), (Pallet, "RunnersUp"), (Pallet, "Candidates"));
    }

    private static void Renounce(BlockRun run, AccountId who, object? renouncing)
    {
        var election = run.Governance.Election;
        if (renouncing is ScaleChoice { Fields: [uint count] })
        {
            run.Require(count >= election.Candidates.Count, Pallet, "InvalidWitnessData");
        }
        var standing = renouncing switch
        {
            "Member" => election.Members,
            "RunnerUp" => election.RunnersUp,
            _ => election.Candidates,
        };
        var left = standing.Find(one => one.Who == who);
        run.Require(left is not null, Pallet, "InvalidRenouncing");
        standing.Remove(left!);
        if (left!.Deposit > 0)
        {
            run.Ledger.Unreserve(run, who, left.Deposit);
        }
        if (standing == election.Members)
        {
            Follow(run, election, who);
        }
        run.Emit(Pallet, "Renounced", who);
        Note(run, election);
    }

    /// <summary>The root takes a seat away, with or without its deposit.</summary>
    private static void Kick(BlockRun run, AccountId who, bool isSlashed, bool isFollowedByElection)
    {
        var election = run.Governance.Election;
        var seat = election.Members.Find(one => one.Who == who);
        run.Require(seat is not null, Pallet, "NotMember");
        election.Members.Remove(seat!);
        if (isSlashed)
        {
            if (seat!.Deposit > 0)
            {
                run.Ledger.SlashReserved(run, who, seat.Deposit);
            }
            run.Emit(Pallet, "SeatHolderSlashed", who, seat.Deposit);
        }
        else if (seat!.Deposit > 0)
        {
            run.Ledger.Unreserve(run, who, seat.Deposit);
        }
        Follow(run, election, who);
        run.Emit(Pallet, "MemberKicked", who);
        Note(run, election);
        if (isFollowedByElection)
        {
            Elect(run);
        }
    }

    /// <summary>The best runner-up takes the seat of the member who left; no event tells of him.</summary>
    private static void Follow(BlockRun run, Election election, AccountId gone)
    {
        if (election.RunnersUp.Count > 0)
        {
            election.Members = [.. election.Members.Append(election.RunnersUp[^1]).OrderBy(one => one.Who)];
            election.RunnersUp.RemoveAt(election.RunnersUp.Count - 1);
        }
        var council = run.Governance.Council;
        var prime = council.Prime == gone ? null : council.Prime;
        CollectiveRules.SetMembers(run, council, election.Members.Select(one => one.Who), prime);
    }

    private static void Note(BlockRun run, Election election) =>
        run.Records.Governance.Elected.Add(
            new(
                run.Height,
                [.. election.Members.Select(one => (one.Who, one.Stake))],
                [.. election.RunnersUp.Select(one => (one.Who, one.Stake))],
                [.. election.Candidates.Select(one => one.Who)]
            )
        );

    private static UInt128 Stake(Election election, AccountId candidate) =>
        election
            .Voters.Values.Where(vote => vote.Candidate == candidate)
            .Aggregate(UInt128.Zero, (sum, vote) => sum + vote.Stake);
}
