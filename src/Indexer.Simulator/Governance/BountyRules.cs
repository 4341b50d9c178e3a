using System.Text;
using Indexer.Simulator.Staking;

namespace Indexer.Simulator.Governance;

/// <summary>Bounties from the proposal to the claim.</summary>
internal static class BountyRules
{
    private const string Pallet = "Bounties";
    private static readonly UInt128 BondBase = 1_000_000_000_000;
    private static readonly UInt128 BondPerByte = 10_000_000_000;

    public static void Dispatch(BlockRun run, Origin origin, Call call)
    {
        if (call.Name == "propose_bounty")
        {
            Propose(run, origin.Signer(), call.Argument<UInt128>(0), call.Argument<byte[]>(1));
            return;
        }
        var bounty = run.Governance.Bounties.Find(one => one.Index == call.Argument<uint>(0) && !one.IsOver);
        run.Require(bounty is not null, Pallet, "InvalidIndex");
        switch (call.Name)
        {
            case "approve_bounty":
                origin.RequireRootOr("Council", 3, 5);
                Require(run, bounty!, "Proposed");
                bounty!.State = "Approved";
                run.Governance.BountyApprovals.Add(bounty);
                Step(run, bounty, null, "approve_bounty");
                break;
            case "propose_curator":
                origin.RequireRootOr("Council", 3, 5);
                Require(run, bounty!, "Funded");
                run.Require(call.Argument<UInt128>(2) < bounty!.Value, Pallet, "InvalidFee");
                (bounty.Curator, bounty.Fee) = (call.Argument<AccountId>(1), call.Argument<UInt128>(2));
                bounty.State = "CuratorProposed";
                Step(run, bounty, null, "propose_curator");
                break;
            case "close_bounty":
                origin.RequireRootOr("Council", 3, 5);
                Close(run, bounty!);
                break;
            case "unassign_curator":
                Unassign(run, origin, bounty!);
                break;
            case "claim_bounty":
                origin.Signer();
                Claim(run, bounty!);
                break;
            default:
                Curate(run, origin.Signer(), bounty!, call);
                break;
        }
    }

    /// <summary>Pays the approved bounties from what the treasury has left.</summary>
    /// <returns>Whether one could not be paid.</returns>
    public static bool Fund(BlockRun run, ref UInt128 left)
    {
        var missed = false;
        foreach (var bounty in run.Governance.BountyApprovals.ToList())
        {
            if (bounty.Value > left)
            {
                missed = true;
                continue;
            }
            left -= bounty.Value;
            run.Governance.BountyApprovals.Remove(bounty);
            run.Ledger.Unreserve(run, bounty.Proposer, bounty.Bond);
            run.Ledger.Deposit(run, bounty.Account, bounty.Value);
            bounty.State = "Funded";
            Step(run, bounty, run.Emit(Pallet, "BountyBecameActive", bounty.Index), "BountyBecameActive");
        }
        return missed;
    }

    /// <summary>A curator puts down half of his fee, at least 1 and at most 100 PHA.</summary>
    public static UInt128 CuratorDeposit(UInt128 fee) =>
        UInt128.Clamp(Permill.Of(500_000, fee), BondBase, BondBase * 100);

    public static void Step(BlockRun run, Bounty bounty, int? at, string what)
    {
        var pallet = bounty.Parent is null ? Pallet : "ChildBounties";
        bounty.Steps.Add(new(run.Height, at, $"{pallet}.{what}"));
        run.Governance.Changed.Add(bounty);
        run.Cells((pallet, bounty.Parent is null ? "BountyCount" : "ChildBountyCount"));
        run.Governance.ChangedCells.Add(
            bounty.Parent is { } parent
                ? new(pallet, "ChildBounties", parent.Index, bounty.Index)
                : new(pallet, "Bounties", bounty.Index)
        );
    }

    private static void Propose(BlockRun run, AccountId who, UInt128 value, byte[] description)
    {
        var bond = BondBase + (BondPerByte * (uint)description.Length);
        var index = (uint)run.Governance.Bounties.Count;
        run.Reserve(who, bond);
        var bounty = new Bounty(null, index, who, value, bond, Encoding.ASCII.GetString(description));
        run.Governance.Bounties.Add(bounty);
        Step(run, bounty, run.Emit(Pallet, "BountyProposed", index), "BountyProposed");
    }

    private static void Close(BlockRun run, Bounty bounty)
    {
        run.Require(bounty.State is not ("Approved" or "PendingPayout"), Pallet, "UnexpectedStatus");
        var children = run.Governance.ChildBounties.Exists(one => one.Parent == bounty && !one.IsOver);
        run.Require(!children, Pallet, "HasActiveChildBounty");
        if (bounty.State == "Proposed")
        {
            run.Ledger.SlashReserved(run, bounty.Proposer, bounty.Bond);
            bounty.State = "Rejected";
            Step(run, bounty, run.Emit(Pallet, "BountyRejected", bounty.Index, bounty.Bond), "BountyRejected");
            return;
        }
        if (bounty.State == "Active")
        {
            run.Ledger.Unreserve(run, bounty.Curator!.Value, bounty.CuratorDeposit);
        }
        run.Ledger.TransferFree(run, bounty.Account, Ledger.TreasuryAccount, run.Ledger.Free(bounty.Account));
        bounty.State = "Canceled";
        Step(run, bounty, run.Emit(Pallet, "BountyCanceled", bounty.Index), "BountyCanceled");
    }

    /// <summary>
    /// The curator goes: of himself, or at the wish of the council, which costs his deposit, as it does when anybody says that he
    /// is overdue. What was awarded is awarded no more.
    /// </summary>
    private static void Unassign(BlockRun run, Origin origin, Bounty bounty)
    {
        var who = (origin as Origin.Signed)?.Who;
        if (who is null)
        {
            origin.RequireRootOr("Council", 3, 5);
        }
        run.Require(bounty.State is "CuratorProposed" or "Active" or "PendingPayout", Pallet, "UnexpectedStatus");
        if (who is not null && (bounty.State == "PendingPayout" || (bounty.State != "Active" && who != bounty.Curator)))
        {
            throw new DispatchException(DispatchError.BadOrigin);
        }
        run.Require(who is null || who == bounty.Curator || bounty.UpdateDue < run.Height, Pallet, "Premature");
        Release(run, bounty, isSlashed: who != bounty.Curator);
        bounty.State = "Funded";
        Step(run, bounty, null, "unassign_curator");
    }

    /// <summary>Gives the curator's deposit back, or to the treasury; then there is no curator.</summary>
    public static void Release(BlockRun run, Bounty bounty, bool isSlashed)
    {
        if (bounty.CuratorDeposit > 0 && isSlashed)
        {
            run.Ledger.SlashReserved(run, bounty.Curator!.Value, bounty.CuratorDeposit);
        }
        else if (bounty.CuratorDeposit > 0)
        {
            run.Ledger.Unreserve(run, bounty.Curator!.Value, bounty.CuratorDeposit);
        }
        (bounty.Curator, bounty.CuratorDeposit, bounty.Beneficiary) = (null, 0, null);
    }

    private static void Curate(BlockRun run, AccountId who, Bounty bounty, Call call)
    {
        run.Require(bounty.Curator == who, Pallet, "RequireCurator");
        var now = run.Height;
        switch (call.Name)
        {
            case "accept_curator":
                Require(run, bounty, "CuratorProposed");
                bounty.CuratorDeposit = CuratorDeposit(bounty.Fee);
                run.Reserve(who, bounty.CuratorDeposit);
                (bounty.State, bounty.UpdateDue) = ("Active", now + run.Governance.Terms.BountyUpdatePeriod);
                Step(run, bounty, null, "accept_curator");
                break;
            case "extend_bounty_expiry":
                Require(run, bounty, "Active");
                bounty.UpdateDue = Math.Max(bounty.UpdateDue, now + run.Governance.Terms.BountyUpdatePeriod);
                Step(run, bounty, run.Emit(Pallet, "BountyExtended", bounty.Index), "BountyExtended");
                break;
            case "award_bounty":
                Require(run, bounty, "Active");
                var children = run.Governance.ChildBounties.Exists(one => one.Parent == bounty && !one.IsOver);
                run.Require(!children, Pallet, "HasActiveChildBounty");
                bounty.Beneficiary = call.Argument<AccountId>(1);
                (bounty.State, bounty.UnlockAt) = ("PendingPayout", now + run.Governance.Terms.BountyPayoutDelay);
                Step(run, bounty, run.Emit(Pallet, "BountyAwarded", bounty.Index, bounty.Beneficiary), "BountyAwarded");
                break;
            default:
                throw new InvalidOperationException($"{call.FullName} is not played.");
        }
    }

    private static void Claim(BlockRun run, Bounty bounty)
    {
        Require(run, bounty, "PendingPayout");
        run.Require(run.Height >= bounty.UnlockAt, Pallet, "Premature");
        var balance = run.Ledger.Free(bounty.Account);
        var fee = UInt128.Min(bounty.Fee, balance);
        var (curator, beneficiary) = (bounty.Curator!.Value, bounty.Beneficiary!.Value);
        bounty.Payout = balance - fee;
        run.Ledger.Unreserve(run, curator, bounty.CuratorDeposit);
        run.Ledger.TransferFree(
            run,
            bounty.Account,
            curator,
            fee > bounty.ChildrenFees ? fee - bounty.ChildrenFees : 0
        );
        run.Ledger.TransferFree(run, bounty.Account, beneficiary, bounty.Payout.Value);
        bounty.State = "Claimed";
        Step(run, bounty, run.Emit(Pallet, "BountyClaimed", bounty.Index, bounty.Payout, beneficiary), "BountyClaimed");
    }

    private static void Require(BlockRun run, Bounty bounty, string state) =>
        run.Require(bounty.State == state, Pallet, "UnexpectedStatus");
}
