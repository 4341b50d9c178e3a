using Indexer.Simulator.Staking;

namespace Indexer.Simulator.Governance;

/// <summary>The treasury: proposals, and what is paid at the end of every spend period.</summary>
internal static class TreasuryRules
{
    private const string Pallet = "Treasury";
    private static readonly UInt128 MinimumBond = 1_000_000_000_000;
    private static readonly UInt128 ExistentialDeposit = 10_000_000_000;

    public static void Dispatch(BlockRun run, Origin origin, Call call)
    {
        switch (call.Name)
        {
            case "propose_spend":
                Propose(run, origin.Signer(), call.Argument<UInt128>(0), call.Argument<AccountId>(1));
                break;
            case "reject_proposal":
                if (origin is not Origin.Members { Collective: "Council" } council || council.Yes * 2 <= council.Seats)
                {
                    origin.RequireRoot();
                }
                Reject(run, call.Argument<uint>(0));
                break;
            case "approve_proposal":
                origin.RequireRootOr("Council", 3, 5);
                Approve(run, call.Argument<uint>(0));
                break;
            case "spend":
                origin.RequireRoot();
                Spend(run, call.Argument<UInt128>(0), call.Argument<AccountId>(1));
                break;
            default:
                throw new InvalidOperationException($"{call.FullName} is not played.");
        }
    }

    /// <summary>The beginning of a block: at the end of a period the approved proposals and bounties are paid in turn.</summary>
    public static void Begin(BlockRun run)
    {
        if (run.Height % run.Governance.Terms.SpendPeriod != 0)
        {
            return;
        }
        var budget = Pot(run);
        var left = budget;
        run.Emit(Pallet, "Spending", budget);
        var missed = false;
        foreach (var proposal in run.Governance.TreasuryApprovals.ToList())
        {
            if (proposal.Value > left)
            {
                missed = true;
                continue;
            }
            left -= proposal.Value;
            run.Governance.TreasuryApprovals.Remove(proposal);
            if (proposal.Bond > 0)
            {
                run.Ledger.Unreserve(run, proposal.Proposer, proposal.Bond);
            }
            run.Ledger.Deposit(run, proposal.Beneficiary, proposal.Value);
            proposal.State = "Awarded";
            Step(
                run,
                proposal,
                run.Emit(Pallet, "Awarded", proposal.Index, proposal.Value, proposal.Beneficiary),
                "Awarded"
            );
        }
        missed |= BountyRules.Fund(run, ref left);
        if (!missed)
        {
            // The chains burn nothing, and say so.
            run.Emit(Pallet, "Burnt", UInt128.Zero);
        }
        if (left < budget)
        {
            run.Ledger.Withdraw(run, Ledger.TreasuryAccount, budget - left);
        }
        run.Emit(Pallet, "Rollover", left);
        run.Records.Governance.SpendPeriods.Add(new(run.Height, budget, missed ? null : 0, left));
    }

    /// <summary>What the treasury can spend: all but the least that keeps its account alive.</summary>
    public static UInt128 Pot(BlockRun run)
    {
        var free = run.Ledger.Free(Ledger.TreasuryAccount);
        return free > ExistentialDeposit ? free - ExistentialDeposit : 0;
    }

    private static void Propose(BlockRun run, AccountId who, UInt128 value, AccountId beneficiary)
    {
        var bond = UInt128.Max(Permill.Of(50_000, value), MinimumBond);
        var index = (uint)run.Governance.TreasuryProposals.Count;
        run.Require(run.Ledger.Free(who) > bond + ExistentialDeposit, Pallet, "InsufficientProposersBalance");
        run.Ledger.Reserve(run, who, bond);
        var proposal = new TreasuryProposal(index, who, value, beneficiary, bond);
        run.Governance.TreasuryProposals.Add(proposal);
        Step(run, proposal, run.Emit(Pallet, "Proposed", index), "Proposed");
    }

    private static void Reject(BlockRun run, uint index)
    {
        var proposal = Find(run, index);
        run.Governance.TreasuryApprovals.Remove(proposal);
        run.Ledger.SlashReserved(run, proposal.Proposer, proposal.Bond);
        proposal.State = "Rejected";
        Step(run, proposal, run.Emit(Pallet, "Rejected", index, proposal.Bond), "Rejected");
    }

    private static void Approve(BlockRun run, uint index)
    {
        var proposal = Find(run, index);
        run.Require(proposal.State == "Proposed", Pallet, "InvalidIndex");
        run.Governance.TreasuryApprovals.Add(proposal);
        proposal.State = "Approved";
        Step(run, proposal, null, "approve_proposal");
    }

    private static void Spend(BlockRun run, UInt128 amount, AccountId beneficiary)
    {
        var index = (uint)run.Governance.TreasuryProposals.Count;
        var proposal = new TreasuryProposal(index, beneficiary, amount, beneficiary, 0) { State = "Approved" };
        run.Governance.TreasuryProposals.Add(proposal);
        run.Governance.TreasuryApprovals.Add(proposal);
        Step(run, proposal, run.Emit(Pallet, "SpendApproved", index, amount, beneficiary), "SpendApproved");
    }

    private static TreasuryProposal Find(BlockRun run, uint index)
    {
        var proposal = run.Governance.TreasuryProposals.Find(one => one.Index == index && one.IsOpen);
        run.Require(proposal is not null, Pallet, "InvalidIndex");
        return proposal!;
    }

    private static void Step(BlockRun run, TreasuryProposal proposal, int? at, string what)
    {
        proposal.Steps.Add(new(run.Height, at, $"{Pallet}.{what}"));
        run.Governance.Changed.Add(proposal);
        run.Cells((Pallet, "ProposalCount"), (Pallet, "Approvals"));
        run.Governance.ChangedCells.Add(new(Pallet, "Proposals", proposal.Index));
    }
}
