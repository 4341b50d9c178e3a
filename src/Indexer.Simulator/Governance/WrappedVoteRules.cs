using Indexer.Simulator.Staking;

namespace Indexer.Simulator.Governance;

/// <summary>Holders of W-PHA vote through the pallet's account, which casts one split vote for all of them.</summary>
internal static class WrappedVoteRules
{
    private const string Pallet = "PhalaWrappedBalances";

    public static void Dispatch(BlockRun run, Origin origin, Call call)
    {
        var who = origin.Signer();
        switch (call.Name)
        {
            case "wrap":
                Wrap(run, who, call.Argument<UInt128>(0));
                break;
            case "vote":
                Vote(run, who, call.Argument<UInt128>(0), call.Argument<UInt128>(1), call.Argument<uint>(2));
                break;
            default:
                throw new InvalidOperationException($"{call.FullName} is not played.");
        }
    }

    private static void Wrap(BlockRun run, AccountId who, UInt128 amount)
    {
        run.Require(run.Ledger.Free(who) > amount, "Balances", "InsufficientBalance");
        run.Ledger.TransferFree(run, who, Ledger.WrappedPallet, amount);
        run.Ledger.Mint(run, who, amount);
        run.Emit(Pallet, "Wrapped", who, amount);
    }

    private static void Vote(BlockRun run, AccountId who, UInt128 aye, UInt128 nay, uint index)
    {
        run.Require(aye + nay <= run.Ledger.Wrapped(who), Pallet, "VoteAmountLargerThanTotalStakes");
        var referendum = run.Governance.Find(index);
        run.Require(referendum?.State == ReferendumState.Ongoing, Pallet, "ReferendumInvalid");
        referendum!.Wrapped[who] = (aye, nay, run.Height);
        var all = referendum.Wrapped.Values;
        var vote = new SplitVote(
            all.Aggregate(UInt128.Zero, (sum, share) => sum + share.Aye),
            all.Aggregate(UInt128.Zero, (sum, share) => sum + share.Nay)
        );
        VotingRules.Vote(run, Ledger.WrappedPallet, index, vote);
        run.Governance.ChangedCells.Add(new(Pallet, "VoteAccountMap", index, who));
        run.Emit(Pallet, "Voted", who, index, aye, nay);
    }
}
