using Indexer.Addresses;
using Indexer.Domain;
using Indexer.Substrate.Events;

namespace Indexer.Substrate.Calls;

/// <summary>
/// The ways in which calls can have left the marks of their execution. Each call is told at which mark it began; the answer is
/// where the marks of a success of it end. There may be several answers, of which what comes after decides; no answer means
/// that it failed, which leaves no marks.
/// </summary>
/// <param name="marks">The marks, without the one that ends all.</param>
/// <param name="firstEvent">The first event that can be of the calls.</param>
/// <param name="endsItems">Whether each item of a batch ends with a mark.</param>
internal sealed class Execution(IReadOnlyList<SubstrateEvent> marks, int firstEvent, bool endsItems)
{
    /// <summary>A success.</summary>
    /// <param name="Next">The mark after those of the call.</param>
    /// <param name="Trace">The wanted calls in it that were carried out.</param>
    /// <param name="Unexplained">
    /// How many marks are left to calls that the chain had stored, of which nothing is known here. Of two ways the one that leaves
    /// fewer to them is believed: marks that a known call explains are not those of an unknown one.
    /// </param>
    internal sealed record Outcome(int Next, Trace Trace, int Unexplained = 0);

    /// <summary>The successes that a call can have had from a mark on.</summary>
    /// <param name="call">The call.</param>
    /// <param name="origin">For whom; null for an origin without account.</param>
    /// <param name="at">The mark where it began.</param>
    public List<Outcome> Success(SubstrateCall call, AccountId? origin, int at) =>
        (call.Pallet, call.Name) switch
        {
            ("Utility", "batch" or "batch_all" or "force_batch" or "batch_try") => Batch(call, origin, at),
            ("Utility", "as_derivative") => Inner(call, CallOrigins.Derivative(origin, call), at),
            ("Utility", "with_weight") => Inner(call, origin: null, at),
            ("Lottery", "buy_ticket") => Inner(call, origin, at),
            ("Utility", "dispatch_as") => Marked(call, CallOrigins.AsOrigin(call), at, "DispatchedAs"),
            ("Sudo", "sudo" or "sudo_unchecked_weight") => Marked(call, origin: null, at, "Sudid"),
            ("Sudo", "sudo_as") => Marked(call, CallOrigins.Account(call, "who"), at, "SudoAsDone"),
            ("Proxy", "proxy" or "proxy_announced") => Marked(
                call,
                CallOrigins.Account(call, "real"),
                at,
                "ProxyExecuted"
            ),
            ("Multisig", "as_multi_threshold_1") => Inner(call, CallOrigins.Multisig(origin, call, 1), at),
            ("Multisig", "as_multi") => AsMulti(call, origin, at),
            ("Multisig", "approve_as_multi") => ApproveAsMulti(call, origin, at),
            ("Council" or "TechnicalCommittee", "execute") => Alone(call, at, "MemberExecuted"),
            ("Council" or "TechnicalCommittee", "propose") when call.Fields.U32("threshold") < 2 => Alone(
                call,
                at,
                "Executed"
            ),
            ("Council" or "TechnicalCommittee", "close" or "close_old_weight") => Close(call, origin, at),
            ("Democracy", "enact_proposal") => Enact(call, origin, at),
            _ => [Done(call, origin, at)],
        };

    private SubstrateEvent? Mark(int at) => at < marks.Count ? marks[at] : null;

    private Outcome Done(SubstrateCall call, AccountId? origin, int at) => Done(call, origin, at, at);

    /// <summary>A call that was carried out itself.</summary>
    private Outcome Done(SubstrateCall call, AccountId? origin, int at, int next) =>
        new(
            next,
            call.IsWanted ? new Trace.Done(call, origin, at == 0 ? firstEvent : marks[at - 1].Index + 1) : Trace.None
        );

    /// <summary>A call that does no more than let the one in it do its work; bytes that are no call do none.</summary>
    private List<Outcome> Inner(SubstrateCall call, AccountId? origin, int at) =>
        call.Inner is [var only] ? Success(only, origin, at) : [];

    private List<Outcome> Marked(SubstrateCall call, AccountId? origin, int at, string name) =>
        Marked(call, origin, at, mark => mark.Pallet == call.Pallet && mark.Name == name);

    /// <summary>A call that succeeds and states the result of the one in it.</summary>
    private List<Outcome> Marked(SubstrateCall call, AccountId? origin, int at, Func<SubstrateEvent, bool> isOwn)
    {
        var outcomes = new List<Outcome>();
        if (Mark(at) is { } failure && isOwn(failure) && !IsOk(failure))
        {
            outcomes.Add(new Outcome(at + 1, Trace.None));
        }

        foreach (var inner in Inner(call, origin, at))
        {
            if (Mark(inner.Next) is { } own && isOwn(own) && IsOk(own))
            {
                outcomes.Add(new Outcome(inner.Next + 1, new Trace.Ended(inner.Trace, own.Index), inner.Unexplained));
            }
        }

        return outcomes;
    }

    /// <summary>A member of a collective has a call carried out, which the mark names by its hash.</summary>
    private List<Outcome> Alone(SubstrateCall call, int at, string name)
    {
        var hash = HashOfInner(call);
        return Marked(call, origin: null, at, mark => DispatchMarks.IsOfMotion(mark, call.Pallet, name, hash));
    }

    private List<Outcome> Batch(SubstrateCall batch, AccountId? origin, int at)
    {
        var outcomes = new List<Outcome>();
        List<Items> ways = [new Items(at, null, HasFailed: false)];
        for (var i = 0; i < batch.Inner.Count && ways.Count > 0; i++)
        {
            var after = new List<Items>();
            foreach (var way in ways)
            {
                if (batch.Name == "batch" && IsInterruption(Mark(way.Next), i))
                {
                    outcomes.Add(new Outcome(way.Next + 1, way.Trace, way.Unexplained));
                }

                if (batch.Name is "force_batch" or "batch_try" && IsFailure(Mark(way.Next), i))
                {
                    Add(after, way with { Next = way.Next + 1, HasFailed = true });
                }

                foreach (var item in Success(batch.Inner[i], origin, way.Next))
                {
                    if (Completed(item) is { } completed)
                    {
                        Add(
                            after,
                            way with
                            {
                                Next = completed.Next,
                                Done = new Chain(completed.Trace, way.Done),
                                Unexplained = way.Unexplained + completed.Unexplained,
                            }
                        );
                    }
                }
            }

            ways = after;
        }

        foreach (var way in ways)
        {
            var end = way.HasFailed ? "BatchCompletedWithErrors" : "BatchCompleted";
            if (Mark(way.Next) is { Pallet: "Utility" } own && own.Name == end)
            {
                outcomes.Add(new Outcome(way.Next + 1, way.Trace, way.Unexplained));
            }
        }

        return outcomes;
    }

    private Outcome? Completed(Outcome item)
    {
        if (!endsItems)
        {
            return item;
        }

        return Mark(item.Next) is { Pallet: "Utility", Name: "ItemCompleted" } end
            ? item with
            {
                Next = item.Next + 1,
                Trace = new Trace.Ended(item.Trace, end.Index),
            }
            : null;
    }

    private List<Outcome> AsMulti(SubstrateCall call, AccountId? origin, int at)
    {
        var account = CallOrigins.Multisig(origin, call, call.Fields.U32("threshold"));
        var hash = HashOfInner(call);
        var outcomes = Marked(
            call,
            account,
            at,
            mark => DispatchMarks.IsOfMultisig(mark, "MultisigExecuted", account, hash)
        );
        if (IsApproval(Mark(at), account, hash))
        {
            outcomes.Add(StoresCall(call) ? Done(call, origin, at, at + 1) : new Outcome(at + 1, Trace.None));
        }

        if (StoresCall(call))
        {
            // Who has approved before and now brings the call gets no mark.
            outcomes.Add(Done(call, origin, at));
        }

        return outcomes;
    }

    /// <summary>The last approval has the call carried out that the chain has stored: what marks that left, only the call can tell.</summary>
    private List<Outcome> ApproveAsMulti(SubstrateCall call, AccountId? origin, int at)
    {
        var account = CallOrigins.Multisig(origin, call, call.Fields.U32("threshold"));
        var hash = call.Fields.Bytes("call_hash");
        if (IsApproval(Mark(at), account, hash))
        {
            return [new Outcome(at + 1, Trace.None)];
        }

        // Several, for what the stored call held may have left the same mark.
        var outcomes = new List<Outcome>();
        for (var end = at; end < marks.Count; end++)
        {
            if (DispatchMarks.IsOfMultisig(marks[end], "MultisigExecuted", account, hash))
            {
                var own = IsOk(marks[end]) ? Done(call, account, at).Trace : Trace.None;
                outcomes.Add(new Outcome(end + 1, new Trace.Ended(own, marks[end].Index), end - at));
            }
        }

        return outcomes;
    }

    /// <summary>The marks of the motion that a close carried out are not those of what the close itself is in.</summary>
    private List<Outcome> Close(SubstrateCall close, AccountId? origin, int at)
    {
        var hash = close.Fields.Bytes("proposal_hash");
        if (Mark(at) is not { } closed || !DispatchMarks.IsOfMotion(closed, close.Pallet, "Closed", hash))
        {
            return [];
        }

        return Mark(at + 1) is { } approved && DispatchMarks.IsOfMotion(approved, close.Pallet, "Approved", hash)
            ? Until(close, origin, at, mark => DispatchMarks.IsOfMotion(mark, close.Pallet, "Executed", hash))
            : [Done(close, origin, at, at + 1)];
    }

    /// <summary>The enactment of a referendum in the runtimes in which it is a call of its own.</summary>
    private List<Outcome> Enact(SubstrateCall enact, AccountId? origin, int at)
    {
        var index = enact.Fields.U32("index");
        return Until(
            enact,
            origin,
            at,
            mark => mark is { Pallet: "Democracy", Name: "Executed" } && mark.Fields.U32(0) == index
        );
    }

    private List<Outcome> Until(SubstrateCall call, AccountId? origin, int at, Func<SubstrateEvent, bool> isEnd)
    {
        var outcomes = new List<Outcome>();
        for (var end = at; end < marks.Count; end++)
        {
            if (isEnd(marks[end]))
            {
                outcomes.Add(Done(call, origin, at, end + 1) with { Unexplained = end - at });
            }
        }

        return outcomes;
    }

    private static bool StoresCall(SubstrateCall call) =>
        call.Fields.Has("store_call") && call.Fields.Bool("store_call");

    private static byte[]? HashOfInner(SubstrateCall call) =>
        call.Inner is [var inner] ? Blake2b.Hash(32, inner.Encoded.Span) : null;

    private static bool IsApproval(SubstrateEvent? mark, AccountId? account, byte[]? hash) =>
        mark is not null
        && (
            DispatchMarks.IsOfMultisig(mark, "NewMultisig", account, hash)
            || DispatchMarks.IsOfMultisig(mark, "MultisigApproval", account, hash)
        );

    private static bool IsInterruption(SubstrateEvent? mark, int item) =>
        mark is { Pallet: "Utility", Name: "BatchInterrupted" } && mark.Fields.U32(0) == item;

    /// <summary>Some runtimes say which item it is.</summary>
    private static bool IsFailure(SubstrateEvent? mark, int item) =>
        mark is { Pallet: "Utility", Name: "ItemFailed" } && (mark.Fields.Count < 2 || mark.Fields.U32(0) == item);

    /// <summary>Whether the result, the last field of all these marks, is a success.</summary>
    private static bool IsOk(SubstrateEvent mark) =>
        mark.Fields.Value(mark.Fields.Count - 1) is ScaleBool isOk
            ? isOk.Value
            : mark.Fields.Variant(mark.Fields.Count - 1).Name == "Ok";

    /// <summary>What comes after depends only on how far the marks are and on whether an item has failed.</summary>
    private static void Add(List<Items> ways, Items way)
    {
        var same = ways.FindIndex(other => other.Next == way.Next && other.HasFailed == way.HasFailed);
        if (same < 0)
        {
            ways.Add(way);
        }
        else if (way.Unexplained < ways[same].Unexplained)
        {
            ways[same] = way;
        }
    }

    /// <summary>The items of a batch so far, the last one first.</summary>
    private sealed record Chain(Trace Item, Chain? Before);

    private sealed record Items(int Next, Chain? Done, bool HasFailed, int Unexplained = 0)
    {
        public Trace Trace
        {
            get
            {
                var items = new List<Trace>();
                for (var item = Done; item is not null; item = item.Before)
                {
                    items.Add(item.Item);
                }

                items.Reverse();
                return new Trace.Several(items);
            }
        }
    }
}
