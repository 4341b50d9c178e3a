using Indexer.Simulator.Staking;

namespace Indexer.Simulator.Governance;

/// <summary>Sends calls to the rules of their pallets.</summary>
internal static class Dispatcher
{
    /// <summary>Dispatches a call whose failure is told by an event, not by the caller's own failure.</summary>
    public static Outcome Try(BlockRun run, Origin origin, Call call)
    {
        try
        {
            Dispatch(run, origin, call);
            return Outcome.Ok;
        }
        catch (DispatchException failure)
        {
            return new(failure.Error);
        }
    }

    /// <summary>Dispatches a call and writes it down.</summary>
    /// <exception cref="DispatchException">The call failed and changed nothing.</exception>
    public static void Dispatch(BlockRun run, Origin origin, Call call)
    {
        var place = run.Records.Governance.Calls.Count;
        run.Records.Governance.Calls.Add(
            new(run.Height, run.Extrinsic, Name(origin), call.FullName, run.Depth++, null)
        );
        try
        {
            Route(run, origin, call);
        }
        catch (DispatchException failure)
        {
            var calls = run.Records.Governance.Calls;
            calls[place] = calls[place] with { Error = failure.Error.Name };
            throw;
        }
        finally
        {
            run.Depth--;
        }
    }

    private static void Route(BlockRun run, Origin origin, Call call)
    {
        switch (call.Pallet)
        {
            case "System":
                Remark(run, origin, call);
                break;
            case "Balances":
                Move(run, origin, call);
                break;
            case "Utility":
                BatchRules.Dispatch(run, origin, call);
                break;
            case "Proxy":
                ProxyRules.Dispatch(run, origin, call);
                break;
            case "Preimage":
                Preimages(run, origin.Signer(), call);
                break;
            case "Democracy":
                DemocracyCalls.Dispatch(run, origin, call);
                break;
            case "Council" or "TechnicalCommittee":
                CollectiveRules.Dispatch(run, origin, call);
                break;
            case "Treasury":
                TreasuryRules.Dispatch(run, origin, call);
                break;
            case "Bounties":
                BountyRules.Dispatch(run, origin, call);
                break;
            case "ChildBounties":
                ChildBountyRules.Dispatch(run, origin, call);
                break;
            case "Tips":
                TipRules.Dispatch(run, origin, call);
                break;
            case "PhragmenElection":
                ElectionRules.Dispatch(run, origin, call);
                break;
            case "PhalaWrappedBalances":
                WrappedVoteRules.Dispatch(run, origin, call);
                break;
            default:
                throw new InvalidOperationException($"{call.FullName} is not played.");
        }
    }

    private static string Name(Origin origin) =>
        origin switch
        {
            Origin.Signed signed => signed.Who.Hex,
            Origin.Member member => $"{member.Collective} {member.Who}",
            Origin.Members members => $"{members.Collective} {members.Yes}/{members.Seats}",
            _ => "Root",
        };

    private static void Remark(BlockRun run, Origin origin, Call call)
    {
        if (call.Name == "remark_with_event")
        {
            run.Emit("System", "Remarked", origin.Signer(), Digests.Blake2b256(call.Argument<byte[]>(0)));
        }
        else if (origin is not (Origin.RootOrigin or Origin.Signed))
        {
            throw new DispatchException(DispatchError.BadOrigin);
        }
    }

    private static void Move(BlockRun run, Origin origin, Call call)
    {
        var forced = call.Name == "force_transfer";
        if (forced)
        {
            origin.RequireRoot();
        }
        var from = forced ? call.Argument<AccountId>(0) : origin.Signer();
        var (to, amount) = (call.Argument<AccountId>(forced ? 1 : 0), call.Argument<UInt128>(forced ? 2 : 1));
        run.Require(run.Ledger.Free(from) > amount, "Balances", "InsufficientBalance");
        run.Ledger.TransferFree(run, from, to, amount);
    }

    private static void Preimages(BlockRun run, AccountId who, Call call)
    {
        if (call.Name == "note_preimage")
        {
            EnactmentRules.Note(run, who, call.Argument<ProposedCall>(0));
        }
        else
        {
            EnactmentRules.Unnote(run, who, call.Argument<byte[]>(0));
        }
    }
}
