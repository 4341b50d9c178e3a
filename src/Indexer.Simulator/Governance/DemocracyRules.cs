using Indexer.Simulator.Staking;

namespace Indexer.Simulator.Governance;

/// <summary>Proposals and referenda of the democracy pallet.</summary>
internal static class DemocracyRules
{
    private const string Pallet = "Democracy";

    /// <summary>The beginning of a block: the next proposal is tabled, and what ends is counted.</summary>
    public static void Begin(BlockRun run)
    {
        if (run.Height % run.Governance.Terms.LaunchPeriod == 0)
        {
            Launch(run);
        }
        foreach (var referendum in run.Governance.Ongoing.Where(one => one.End == run.Height).ToList())
        {
            Finish(run, referendum);
        }
    }

    public static void Propose(BlockRun run, AccountId who, ProposedCall proposal, UInt128 deposit)
    {
        var state = run.Governance;
        run.Require(deposit >= state.Terms.MinimumDeposit, Pallet, "ValueLow");
        RequireWelcome(run, proposal);
        run.Reserve(who, deposit);
        var made = new PublicProposal((uint)state.AllProposals.Count, proposal, who, deposit);
        state.AllProposals.Add(made);
        state.Proposals.Add(made);
        Step(run, made, run.Emit(Pallet, "Proposed", made.Index, deposit), "Proposed");
        run.Cells((Pallet, "PublicPropCount"));
    }

    public static void Second(BlockRun run, AccountId who, uint index)
    {
        var proposal = run.Governance.Proposals.Find(one => one.Index == index);
        run.Require(proposal is not null, Pallet, "ProposalMissing");
        run.Reserve(who, proposal!.Deposit);
        proposal.Depositors.Add(who);
        Step(run, proposal, run.Emit(Pallet, "Seconded", who, index), "Seconded");
    }

    public static void ProposeExternally(BlockRun run, ProposedCall proposal, VoteThreshold threshold, string call)
    {
        var state = run.Governance;
        if (threshold == VoteThreshold.SuperMajorityApprove)
        {
            run.Require(state.NextExternal is null, Pallet, "DuplicateProposal");
            RequireWelcome(run, proposal);
        }
        if (state.NextExternal is { } replaced)
        {
            Leave(run, replaced, "Replaced", null, call);
        }
        state.NextExternal = new(state.Externals.Count, proposal, threshold);
        state.Externals.Add(state.NextExternal);
        Step(run, state.NextExternal, null, call);
    }

    public static void FastTrack(BlockRun run, byte[] hash, uint period, uint delay)
    {
        var state = run.Governance;
        run.Require(period > 0, Pallet, "VotingPeriodLow");
        run.Require(state.NextExternal is not null, Pallet, "ProposalMissing");
        var external = state.NextExternal!;
        run.Require(external.Threshold != VoteThreshold.SuperMajorityApprove, Pallet, "NotSimpleMajority");
        run.Require(external.Proposal.Hash.AsSpan().SequenceEqual(hash), Pallet, "InvalidHash");
        state.NextExternal = null;
        var started = Start(run, external.Proposal, external.Threshold, period, delay, fastTracked: true);
        external.Referendum = started.Index;
        Leave(run, external, "FastTracked", null, "fast_track");
    }

    public static void Veto(BlockRun run, AccountId who, byte[] hash)
    {
        var state = run.Governance;
        run.Require(state.NextExternal is not null, Pallet, "NoProposal");
        var external = state.NextExternal!;
        run.Require(external.Proposal.Hash.AsSpan().SequenceEqual(hash), Pallet, "ProposalMissing");
        var vetoers = state.Blacklist.TryGetValue(external.Proposal.HashHex, out var listed) ? listed.Vetoers : [];
        run.Require(!vetoers.Contains(who), Pallet, "AlreadyVetoed");
        var until = (uint)run.Height + state.Terms.CooloffPeriod;
        state.Blacklist[external.Proposal.HashHex] = (until, [.. vetoers.Append(who).Order()]);
        state.NextExternal = null;
        run.Records.Governance.Vetoes.Add(new(run.Height, who, external.Proposal.HashHex, until));
        Leave(run, external, "Vetoed", run.Emit(Pallet, "Vetoed", who, hash, until), "Vetoed");
        run.Governance.ChangedCells.Add(new(Pallet, "Blacklist", external.Proposal.HashHex));
    }

    public static void BlacklistForever(BlockRun run, byte[] hash, uint? index)
    {
        var state = run.Governance;
        var hex = Hex.Encode(hash);
        state.Blacklist[hex] = (uint.MaxValue, []);
        state.ChangedCells.Add(new(Pallet, "Blacklist", hex));
        var proposal = state.Proposals.Find(one => one.Proposal.HashHex == hex);
        if (proposal is not null)
        {
            state.Proposals.Remove(proposal);
            Slash(run, proposal);
            proposal.State = "Blacklisted";
        }
        var external = state.NextExternal is { } next && next.Proposal.HashHex == hex ? next : null;
        state.NextExternal = external is null ? state.NextExternal : null;
        if (index is { } number && state.Find(number) is { State: ReferendumState.Ongoing } referendum)
        {
            if (referendum.Proposal.HashHex == hex)
            {
                Cancel(run, referendum);
            }
        }
        var at = run.Emit(Pallet, "Blacklisted", hash);
        if (proposal is not null)
        {
            Step(run, proposal, at, "Blacklisted");
        }
        if (external is not null)
        {
            Leave(run, external, "Blacklisted", at, "Blacklisted");
        }
    }

    public static void CancelProposal(BlockRun run, uint index)
    {
        var state = run.Governance;
        var proposal = state.Proposals.Find(one => one.Index == index);
        if (proposal is not null)
        {
            state.Proposals.Remove(proposal);
            Slash(run, proposal);
            proposal.State = "Canceled";
        }
        var at = run.Emit(Pallet, "ProposalCanceled", index);
        if (proposal is not null)
        {
            Step(run, proposal, at, "ProposalCanceled");
        }
    }

    public static void EmergencyCancel(BlockRun run, uint index)
    {
        var referendum = VotingRules.Ongoing(run, index);
        var hash = referendum.Proposal.HashHex;
        run.Require(!run.Governance.Cancellations.Contains(hash), Pallet, "AlreadyCanceled");
        run.Governance.Cancellations.Add(hash);
        run.Governance.ChangedCells.Add(new(Pallet, "Cancellations", hash));
        Cancel(run, referendum);
    }

    /// <summary>Takes a referendum away whatever its state: of one that is over the chain forgets the result, but its enactment stays.</summary>
    public static void CancelReferendum(BlockRun run, uint index)
    {
        if (run.Governance.Find(index) is { State: ReferendumState.Ongoing } referendum)
        {
            Cancel(run, referendum);
        }
        else
        {
            Forget(run, index, run.Emit(Pallet, "Cancelled", index));
        }
    }

    private static void Forget(BlockRun run, uint index, int at)
    {
        if (run.Governance.Find(index) is { } over)
        {
            over.IsForgotten = true;
            Step(run, over, at, "Cancelled");
        }
    }

    /// <summary>Whether a proposal is not refused: after a veto it is for a while, and once blacklisted for ever.</summary>
    public static bool IsWelcome(BlockRun run, ProposedCall proposal) =>
        !run.Governance.Blacklist.TryGetValue(proposal.HashHex, out var entry) || run.Height >= entry.Until;

    private static void RequireWelcome(BlockRun run, ProposedCall proposal) =>
        run.Require(IsWelcome(run, proposal), Pallet, "ProposalBlacklisted");

    private static void Launch(BlockRun run)
    {
        var wasExternal = run.Governance.LastTabledWasExternal;
        run.Governance.LastTabledWasExternal = false;
        _ = wasExternal ? LaunchPublic(run) || LaunchExternal(run) : LaunchExternal(run) || LaunchPublic(run);
        run.Cells((Pallet, "LastTabledWasExternal"));
    }

    private static bool LaunchExternal(BlockRun run)
    {
        var state = run.Governance;
        if (state.NextExternal is not { } external)
        {
            return false;
        }
        state.NextExternal = null;
        state.LastTabledWasExternal = true;
        var at = run.Emit(Pallet, "ExternalTabled");
        var period = state.Terms.VotingPeriod;
        var started = Start(run, external.Proposal, external.Threshold, period, state.Terms.EnactmentPeriod);
        external.Referendum = started.Index;
        Leave(run, external, "Tabled", at, "ExternalTabled");
        return true;
    }

    /// <summary>Tables the proposal with the greatest sum of deposits, of equal ones the last in the list.</summary>
    private static bool LaunchPublic(BlockRun run)
    {
        var state = run.Governance;
        if (state.Proposals.Count == 0)
        {
            return false;
        }
        var place = 0;
        for (var index = 1; index < state.Proposals.Count; index++)
        {
            place = state.Proposals[index].Backing >= state.Proposals[place].Backing ? index : place;
        }
        var proposal = state.Proposals[place];
        state.Proposals[place] = state.Proposals[^1];
        state.Proposals.RemoveAt(state.Proposals.Count - 1);
        foreach (var depositor in proposal.Depositors)
        {
            run.Ledger.Unreserve(run, depositor, proposal.Deposit);
        }
        object?[] values = [proposal.Index, proposal.Deposit, proposal.Depositors];
        proposal.State = "Tabled";
        proposal.Referendum = (uint)state.Referenda.Count;
        Step(run, proposal, run.Emit(Pallet, "Tabled", values), "Tabled");
        Start(
            run,
            proposal.Proposal,
            VoteThreshold.SuperMajorityApprove,
            state.Terms.VotingPeriod,
            state.Terms.EnactmentPeriod,
            proposal.Index
        );
        return true;
    }

    private static Referendum Start(
        BlockRun run,
        ProposedCall proposal,
        VoteThreshold threshold,
        uint period,
        uint delay,
        uint? publicProposal = null,
        bool fastTracked = false
    )
    {
        var state = run.Governance;
        var index = (uint)state.Referenda.Count;
        var referendum = new Referendum(index, proposal, threshold, run.Height, run.Height + period, delay)
        {
            PublicProposal = publicProposal,
            FastTracked = fastTracked,
        };
        state.Referenda.Add(referendum);
        Step(run, referendum, run.Emit(Pallet, "Started", index, threshold), "Started");
        run.Cells((Pallet, "ReferendumCount"));
        return referendum;
    }

    private static void Finish(BlockRun run, Referendum referendum)
    {
        var electorate = run.Ledger.Issuance;
        var approved = Thresholds.IsApproved(referendum.Threshold, referendum.Tally, electorate);
        referendum.Final = referendum.Count(run.Governance);
        (referendum.ElectorateAtEnd, referendum.Approved, referendum.EndedAt) = (electorate, approved, run.Height);
        referendum.State = approved ? ReferendumState.Passed : ReferendumState.NotPassed;
        var name = approved ? "Passed" : "NotPassed";
        Step(run, referendum, run.Emit(Pallet, name, referendum.Index), name);
        if (approved)
        {
            EnactmentRules.Schedule(run, referendum);
        }
    }

    private static void Cancel(BlockRun run, Referendum referendum)
    {
        referendum.Final = referendum.Count(run.Governance);
        referendum.ElectorateAtEnd = run.Ledger.Issuance;
        referendum.EndedAt = run.Height;
        referendum.State = ReferendumState.Cancelled;
        Step(run, referendum, run.Emit(Pallet, "Cancelled", referendum.Index), "Cancelled");
    }

    private static void Slash(BlockRun run, PublicProposal proposal)
    {
        foreach (var depositor in proposal.Depositors)
        {
            run.Ledger.SlashReserved(run, depositor, proposal.Deposit);
        }
    }

    private static void Step(BlockRun run, PublicProposal proposal, int at, string what)
    {
        proposal.Steps.Add(new(run.Height, at, $"{Pallet}.{what}"));
        run.Governance.Changed.Add(proposal);
        run.Cells((Pallet, "PublicProps"));
        run.Governance.ChangedCells.Add(new(Pallet, "DepositOf", proposal.Index));
    }

    private static void Step(BlockRun run, Referendum referendum, int at, string what)
    {
        referendum.Steps.Add(new(run.Height, at, $"{Pallet}.{what}"));
        run.Governance.Changed.Add(referendum);
        run.Governance.ChangedCells.Add(new(Pallet, "ReferendumInfoOf", referendum.Index));
    }

    private static void Step(BlockRun run, ExternalProposal external, int? at, string what)
    {
        external.Steps.Add(new(run.Height, at, $"{Pallet}.{what}"));
        run.Governance.Changed.Add(external);
        run.Cells((Pallet, "NextExternal"));
    }

    private static void Leave(BlockRun run, ExternalProposal external, string state, int? at, string what)
    {
        external.State = state;
        Step(run, external, at, what);
    }
}
