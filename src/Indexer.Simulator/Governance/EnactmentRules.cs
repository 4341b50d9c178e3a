using Indexer.Simulator.Scale;
using Indexer.Simulator.Staking;

namespace Indexer.Simulator.Governance;

/// <summary>Preimages, and the scheduler that enacts what referenda approved.</summary>
internal static class EnactmentRules
{
    private static readonly UInt128 PerByte = 10_000_000_000;

    /// <summary>The older layout keeps preimages in the democracy pallet, the newer one in the preimage pallet.</summary>
    public static void Note(BlockRun run, AccountId who, ProposedCall proposal)
    {
        var state = run.Governance;
        var inDemocracy = run.Runtime.HasEvent("Democracy", "PreimageNoted");
        var known = state.Preimages.ContainsKey(proposal.HashHex);
        run.Require(!known, inDemocracy ? "Democracy" : "Preimage", inDemocracy ? "DuplicatePreimage" : "AlreadyNoted");
        var deposit = PerByte * (uint)proposal.Encoded.Length;
        run.Reserve(who, deposit);
        state.Preimages[proposal.HashHex] = new(proposal, who, deposit, 0, run.Height);
        if (inDemocracy)
        {
            run.Emit("Democracy", "PreimageNoted", proposal.Hash, who, deposit);
        }
        else
        {
            run.Emit("Preimage", "Noted", proposal.Hash);
        }
        Changed(run, proposal);
    }

    public static void Unnote(BlockRun run, AccountId who, byte[] hash)
    {
        var state = run.Governance;
        run.Require(state.Preimages.TryGetValue(Hex.Encode(hash), out var preimage), "Preimage", "NotNoted");
        run.Require(preimage!.Provider == who, "Preimage", "NotAuthorized");
        run.Ledger.Unreserve(run, who, preimage.Deposit);
        if (preimage.Requests > 0)
        {
            state.Preimages[preimage.Proposal.HashHex] = preimage with { Provider = null, Deposit = 0 };
        }
        else
        {
            state.Preimages.Remove(preimage.Proposal.HashHex);
            run.Emit("Preimage", "Cleared", hash);
        }
        Changed(run, preimage.Proposal);
    }

    /// <summary>Puts an approved referendum on the agenda.</summary>
    public static void Schedule(BlockRun run, Referendum referendum)
    {
        var state = run.Governance;
        var when = run.Height + Math.Max(1, referendum.Delay);
        referendum.EnactAt = when;
        var place = (uint)state.Agenda.Count(task => task.When == when);
        state.Agenda.Add(new(when, place, referendum));
        run.Emit("Scheduler", "Scheduled", (uint)when, place);
        var proposal = referendum.Proposal;
        if (proposal.Form != ProposedForm.Inline && !run.Runtime.HasEvent("Democracy", "PreimageNoted"))
        {
            Request(run, proposal);
        }
    }

    /// <summary>The beginning of a block: what is due is dispatched as Root.</summary>
    public static void Begin(BlockRun run)
    {
        foreach (var task in run.Governance.Agenda.Where(task => task.When == run.Height).ToList())
        {
            run.Governance.Agenda.Remove(task);
            if (run.Runtime.HasEvent("Democracy", "Executed"))
            {
                EnactByHash(run, task);
            }
            else
            {
                EnactCall(run, task);
            }
            run.Governance.Changed.Add(task.Referendum);
        }
    }

    private static void Request(BlockRun run, ProposedCall proposal)
    {
        var state = run.Governance;
        var known = state.Preimages.GetValueOrDefault(proposal.HashHex);
        if (known is not null)
        {
            state.Preimages[proposal.HashHex] = known with { Requests = known.Requests + 1 };
        }
        if (known is null or { Requests: 0 })
        {
            run.Emit("Preimage", "Requested", proposal.Hash);
        }
        Changed(run, proposal);
    }

    private static void EnactByHash(BlockRun run, ScheduledTask task)
    {
        var (state, referendum) = (run.Governance, task.Referendum);
        var hash = referendum.Proposal.Hash;
        if (state.Preimages.Remove(referendum.Proposal.HashHex, out var preimage))
        {
            run.Ledger.Unreserve(run, preimage.Provider!.Value, preimage.Deposit);
            run.Emit("Democracy", "PreimageUsed", hash, preimage.Provider, preimage.Deposit);
            var outcome = Dispatcher.Try(run, Origin.Root, referendum.Proposal.Call);
            var at = run.Emit("Democracy", "Executed", referendum.Index, outcome);
            Enacted(run, referendum, outcome.Error?.Name, at, "Democracy.Executed");
            run.Emit("Scheduler", "Dispatched", Task(task), Name(referendum), Outcome.Ok);
        }
        else
        {
            var at = run.Emit("Democracy", "PreimageMissing", hash, referendum.Index);
            Enacted(run, referendum, "PreimageMissing", at, "Democracy.PreimageMissing");
            var error = new Outcome(run.Error("Democracy", "PreimageMissing"));
            run.Emit("Scheduler", "Dispatched", Task(task), Name(referendum), error);
        }
        Changed(run, referendum.Proposal);
    }

    private static void EnactCall(BlockRun run, ScheduledTask task)
    {
        var (state, referendum) = (run.Governance, task.Referendum);
        var proposal = referendum.Proposal;
        byte[] name = [.. Name(referendum), .. new byte[20]];
        var known = state.Preimages.GetValueOrDefault(proposal.HashHex);
        var isMissing = proposal.Form != ProposedForm.Inline && known is null;
        if (isMissing || !proposal.IsReadBy(run.Runtime))
        {
            var missing = run.Emit("Scheduler", "CallUnavailable", Task(task), name);
            Enacted(run, referendum, "CallUnavailable", missing, "Scheduler.CallUnavailable");
            if (known is not null && proposal.Form != ProposedForm.Inline)
            {
                Drop(run, known);
            }

            return;
        }
        var outcome = Dispatcher.Try(run, Origin.Root, proposal.Call);
        var at = run.Emit("Scheduler", "Dispatched", Task(task), name, outcome);
        Enacted(run, referendum, outcome.Error?.Name, at, "Scheduler.Dispatched");
        if (proposal.Form != ProposedForm.Inline)
        {
            Drop(run, known!);
        }
    }

    /// <summary>The scheduler no longer needs the preimage; one for which nobody pays goes away.</summary>
    private static void Drop(BlockRun run, Preimage preimage)
    {
        var proposal = preimage.Proposal;
        run.Governance.Preimages[proposal.HashHex] = preimage with { Requests = Math.Max(0, preimage.Requests - 1) };
        if (preimage is { Requests: <= 1, Provider: null })
        {
            run.Governance.Preimages.Remove(proposal.HashHex);
            run.Emit("Preimage", "Cleared", proposal.Hash);
        }
        Changed(run, proposal);
    }

    private static void Enacted(BlockRun run, Referendum referendum, string? error, int at, string what)
    {
        referendum.State = error is null ? ReferendumState.Executed : ReferendumState.Failed;
        (referendum.EnactedAt, referendum.Error) = (run.Height, error);
        referendum.Steps.Add(new(run.Height, at, what));
    }

    private static object?[] Task(ScheduledTask task) => [(uint)task.When, task.Place];

    /// <summary>The name of the task: the pallet's lock id and the referendum's number.</summary>
    private static byte[] Name(Referendum referendum) =>
        new ScaleWriter().Raw("democrac"u8).Integer(referendum.Index, 4).ToArray();

    private static void Changed(BlockRun run, ProposedCall proposal)
    {
        var cell = new StorageCell("Democracy", "Preimages", proposal.HashHex);
        run.Governance.ChangedCells.Add(cell);
        run.Governance.ChangedCells.Add(new("Preimage", "StatusFor", proposal.HashHex));
    }
}
