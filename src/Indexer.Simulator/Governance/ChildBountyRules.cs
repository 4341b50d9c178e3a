using System.Text;
using Indexer.Simulator.Staking;

namespace Indexer.Simulator.Governance;

/// <summary>Child bounties, which the curator of the parent adds out of its money.</summary>
internal static class ChildBountyRules
{
    private const string Pallet = "ChildBounties";

    public static void Dispatch(BlockRun run, Origin origin, Call call)
    {
        var who = origin.Signer();
        var parent = run.Governance.Bounties.Find(one => one.Index == call.Argument<uint>(0));
        var needsParent = call.Name is not ("claim_child_bounty" or "unassign_curator");
        run.Require(parent?.State == "Active" || !needsParent, Pallet, "ParentBountyNotActive");
        if (call.Name == "add_child_bounty")
        {
            Add(run, who, parent!, call.Argument<UInt128>(1), call.Argument<byte[]>(2));
            return;
        }
        var child = run.Governance.ChildBounties.Find(one => one.Index == call.Argument<uint>(1) && !one.IsOver);
        run.Require(child is not null, "Bounties", "InvalidIndex");
        if (call.Name == "unassign_curator")
        {
            Unassign(run, who, parent!, child!);
            return;
        }
        var byParent = call.Name is "propose_curator" or "close_child_bounty";
        run.Require(
            call.Name == "claim_child_bounty" || who == (byParent ? parent : child!)!.Curator,
            "Bounties",
            "RequireCurator"
        );
        switch (call.Name)
        {
            case "propose_curator":
                Require(run, child!, "Added");
                (child!.Curator, child.Fee) = (call.Argument<AccountId>(2), call.Argument<UInt128>(3));
                parent!.ChildrenFees += child.Fee;
                child.State = "CuratorProposed";
                BountyRules.Step(run, child, null, "propose_curator");
                break;
            case "accept_curator":
                Require(run, child!, "CuratorProposed");
                child!.CuratorDeposit = who == parent!.Curator ? 0 : BountyRules.CuratorDeposit(child.Fee);
                if (child.CuratorDeposit > 0)
                {
                    run.Reserve(who, child.CuratorDeposit);
                }
                child.State = "Active";
                BountyRules.Step(run, child, null, "accept_curator");
                break;
            case "award_child_bounty":
                Award(run, child!, call.Argument<AccountId>(2));
                break;
            case "claim_child_bounty":
                Claim(run, child!);
                break;
            case "close_child_bounty":
                Close(run, child!);
                break;
            default:
                throw new InvalidOperationException($"{call.FullName} is not played.");
        }
    }

    /// <summary>The curator goes: of himself, or at the wish of the parent's curator, which costs his deposit.</summary>
    private static void Unassign(BlockRun run, AccountId who, Bounty parent, Bounty child)
    {
        run.Require(child.State != "Added", "Bounties", "UnexpectedStatus");
        var isOwner = parent.State == "Active" && who == parent.Curator;
        if (!isOwner && (who != child.Curator || child.State == "PendingPayout"))
        {
            throw new DispatchException(DispatchError.BadOrigin);
        }
        BountyRules.Release(run, child, isSlashed: who != child.Curator || child.State == "PendingPayout");
        child.State = "Added";
        BountyRules.Step(run, child, null, "unassign_curator");
    }

    private static void Add(BlockRun run, AccountId who, Bounty parent, UInt128 value, byte[] description)
    {
        run.Require(who == parent.Curator, "Bounties", "RequireCurator");
        run.Require(run.Ledger.Free(parent.Account) > value + parent.Fee, Pallet, "InsufficientBountyBalance");
        var index = (uint)run.Governance.ChildBounties.Count;
        var child = new Bounty(parent, index, who, value, 0, Encoding.ASCII.GetString(description));
        run.Governance.ChildBounties.Add(child);
        run.Ledger.TransferFree(run, parent.Account, child.Account, value);
        BountyRules.Step(run, child, run.Emit(Pallet, "Added", parent.Index, index), "Added");
    }

    private static void Award(BlockRun run, Bounty child, AccountId beneficiary)
    {
        Require(run, child, "Active");
        (child.State, child.Beneficiary) = ("PendingPayout", beneficiary);
        child.UnlockAt = run.Height + run.Governance.Terms.BountyPayoutDelay;
        var at = run.Emit(Pallet, "Awarded", child.Parent!.Index, child.Index, beneficiary);
        BountyRules.Step(run, child, at, "Awarded");
    }

    private static void Claim(BlockRun run, Bounty child)
    {
        Require(run, child, "PendingPayout");
        run.Require(run.Height >= child.UnlockAt, "Bounties", "Premature");
        var balance = run.Ledger.Free(child.Account);
        var fee = UInt128.Min(child.Fee, balance);
        child.Payout = balance - fee;
        if (child.CuratorDeposit > 0)
        {
            run.Ledger.Unreserve(run, child.Curator!.Value, child.CuratorDeposit);
        }
        run.Ledger.TransferFree(run, child.Account, child.Curator!.Value, fee);
        run.Ledger.TransferFree(run, child.Account, child.Beneficiary!.Value, child.Payout.Value);
        child.State = "Claimed";
        var at = run.Emit(Pallet, "Claimed", child.Parent!.Index, child.Index, child.Payout, child.Beneficiary);
        BountyRules.Step(run, child, at, "Claimed");
    }

    private static void Close(BlockRun run, Bounty child)
    {
        run.Require(child.State != "PendingPayout", "Bounties", "PendingPayout");
        if (child.State == "Active" && child.CuratorDeposit > 0)
        {
            run.Ledger.Unreserve(run, child.Curator!.Value, child.CuratorDeposit);
        }
        child.Parent!.ChildrenFees -= child.Fee;
        run.Ledger.TransferFree(run, child.Account, child.Parent.Account, run.Ledger.Free(child.Account));
        child.State = "Canceled";
        BountyRules.Step(run, child, run.Emit(Pallet, "Canceled", child.Parent.Index, child.Index), "Canceled");
    }

    private static void Require(BlockRun run, Bounty child, string state) =>
        run.Require(child.State == state, "Bounties", "UnexpectedStatus");
}
