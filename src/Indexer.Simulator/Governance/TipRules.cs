using System.Text;
using Indexer.Simulator.Staking;

namespace Indexer.Simulator.Governance;

/// <summary>Tips: reported or begun by a council member, closed at the median of what the council gives.</summary>
internal static class TipRules
{
    private const string Pallet = "Tips";
    private static readonly UInt128 DepositBase = 1_000_000_000_000;
    private static readonly UInt128 DepositPerByte = 10_000_000_000;

    public static void Dispatch(BlockRun run, Origin origin, Call call)
    {
        if (call.Name == "slash_tip")
        {
            origin.RequireRootOr("Council", 3, 5);
            Slash(run, Find(run, call));
            return;
        }
        var who = origin.Signer();
        switch (call.Name)
        {
            case "report_awesome":
                var deposit = DepositBase + (DepositPerByte * (uint)call.Argument<byte[]>(0).Length);
                Open(run, Made(run, call, who, deposit, findersFee: true), deposit);
                break;
            case "tip_new":
                RequireTipper(run, who);
                var tip = Made(run, call, who, 0, findersFee: false);
                Open(run, tip, 0);
                Give(run, tip, who, call.Argument<UInt128>(2));
                break;
            case "tip":
                RequireTipper(run, who);
                Give(run, Find(run, call), who, call.Argument<UInt128>(1));
                break;
            case "retract_tip":
                Retract(run, who, Find(run, call));
                break;
            case "close_tip":
                Close(run, Find(run, call));
                break;
            default:
                throw new InvalidOperationException($"{call.FullName} is not played.");
        }
    }

    private static Tip Made(BlockRun run, Call call, AccountId finder, UInt128 deposit, bool findersFee)
    {
        var reason = Encoding.ASCII.GetString(call.Argument<byte[]>(0));
        var tip = new Tip(reason, call.Argument<AccountId>(1), finder, deposit, findersFee);
        run.Require(!run.Governance.Tips.Exists(one => one.HashHex == tip.HashHex), Pallet, "AlreadyKnown");
        return tip;
    }

    private static void Open(BlockRun run, Tip tip, UInt128 deposit)
    {
        if (deposit > 0)
        {
            run.Reserve(tip.Finder, deposit);
        }
        run.Governance.Tips.Add(tip);
        Step(run, tip, run.Emit(Pallet, "NewTip", tip.Hash), "NewTip");
    }

    private static void Give(BlockRun run, Tip tip, AccountId tipper, UInt128 value)
    {
        tip.Tips[tipper] = value;
        Retain(run, tip);
        if (tip.Closes is null && tip.Tips.Count >= (run.Governance.Council.Members.Count + 1) / 2)
        {
            (tip.State, tip.Closes) = ("Closing", run.Height + run.Governance.Terms.TipCountdown);
            Step(run, tip, run.Emit(Pallet, "TipClosing", tip.Hash), "TipClosing");
        }
        else
        {
            Step(run, tip, null, "tip");
        }
    }

    private static void Retract(BlockRun run, AccountId who, Tip tip)
    {
        run.Require(tip.FindersFee && tip.Finder == who, Pallet, "NotFinder");
        run.Ledger.Unreserve(run, who, tip.Deposit);
        tip.State = "Retracted";
        Step(run, tip, run.Emit(Pallet, "TipRetracted", tip.Hash), "TipRetracted");
    }

    private static void Slash(BlockRun run, Tip tip)
    {
        if (tip.Deposit > 0)
        {
            run.Ledger.SlashReserved(run, tip.Finder, tip.Deposit);
        }
        tip.State = "Slashed";
        Step(run, tip, run.Emit(Pallet, "TipSlashed", tip.Hash, tip.Finder, tip.Deposit), "TipSlashed");
    }

    private static void Close(BlockRun run, Tip tip)
    {
        run.Require(tip.Closes is not null, Pallet, "StillOpen");
        run.Require(run.Height >= tip.Closes, Pallet, "Premature");
        Retain(run, tip);
        var values = tip.Tips.Values.Order().ToList();
        var payout = UInt128.Min(values[values.Count / 2], TreasuryRules.Pot(run));
        if (tip.Deposit > 0)
        {
            run.Ledger.Unreserve(run, tip.Finder, tip.Deposit);
        }
        if (tip.FindersFee && tip.Finder != tip.Who)
        {
            var fee = Permill.Of(200_000, payout);
            payout -= fee;
            run.Ledger.TransferFree(run, Ledger.TreasuryAccount, tip.Finder, fee);
        }
        run.Ledger.TransferFree(run, Ledger.TreasuryAccount, tip.Who, payout);
        (tip.State, tip.Payout) = ("Closed", payout);
        Step(run, tip, run.Emit(Pallet, "TipClosed", tip.Hash, tip.Who, payout), "TipClosed");
    }

    /// <summary>Only who is still in the council tips.</summary>
    private static void Retain(BlockRun run, Tip tip)
    {
        foreach (var tipper in tip.Tips.Keys.Except(run.Governance.Council.Members).ToList())
        {
            tip.Tips.Remove(tipper);
        }
    }

    private static void RequireTipper(BlockRun run, AccountId who)
    {
        if (!run.Governance.Council.Members.Contains(who))
        {
            throw new DispatchException(DispatchError.BadOrigin);
        }
    }

    private static Tip Find(BlockRun run, Call call)
    {
        var hash = Hex.Encode(call.Argument<byte[]>(0));
        var tip = run.Governance.Tips.Find(one => one.IsOpen && one.HashHex == hash);
        run.Require(tip is not null, Pallet, "UnknownTip");
        return tip!;
    }

    private static void Step(BlockRun run, Tip tip, int? at, string what)
    {
        tip.Steps.Add(new(run.Height, at, $"{Pallet}.{what}"));
        run.Governance.Changed.Add(tip);
        run.Governance.ChangedCells.Add(new(Pallet, "Tips", tip.HashHex));
    }
}
