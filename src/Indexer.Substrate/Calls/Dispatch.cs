using System.Buffers.Binary;
using System.Text;
using Indexer.Addresses;
using Indexer.Domain;
using Indexer.Substrate.Events;

namespace Indexer.Substrate.Calls;

/// <summary>
/// Tells which calls were carried out by following the marks that they left: a call inside another one ends with a mark
/// of the outer one, so that the calls are walked in order and the marks with them. What failed left no events behind.
/// </summary>
public sealed class Dispatch
{
    private readonly IReadOnlyList<SubstrateEvent> marks;
    private readonly int? extrinsic;
    private readonly int end;
    private readonly List<DispatchedCall> done = [];
    private int next;
    private int firstEvent;

    private Dispatch(IReadOnlyList<SubstrateEvent> marks, int? extrinsic, int firstEvent, int end)
    {
        this.marks = marks;
        this.extrinsic = extrinsic;
        this.firstEvent = firstEvent;
        this.end = end;
    }

    /// <summary>The wanted calls of a block's extrinsics that were carried out.</summary>
    /// <param name="extrinsics">The extrinsics with wanted calls.</param>
    /// <param name="marks">The marks of the block.</param>
    public static IReadOnlyList<DispatchedCall> Of(
        IReadOnlyList<SubstrateExtrinsic> extrinsics,
        IReadOnlyList<SubstrateEvent> marks
    )
    {
        var calls = new List<DispatchedCall>();
        foreach (var holder in extrinsics)
        {
            List<SubstrateEvent> own = [.. marks.Where(mark => mark.ExtrinsicIndex == holder.Index)];
            if (own is [.., { Pallet: "System", Name: "ExtrinsicSuccess" } success])
            {
                own.RemoveAt(own.Count - 1);
                calls.AddRange(Of(holder.Call, holder.Signer, holder.Index, own, 0, success.Index));
            }
        }

        return calls;
    }

    /// <summary>The wanted calls in a call that was carried out.</summary>
    /// <param name="call">The call.</param>
    /// <param name="origin">For whom; null for an origin without account.</param>
    /// <param name="extrinsic">The extrinsic that did it; null for the block itself.</param>
    /// <param name="marks">The marks that the call left, in order.</param>
    /// <param name="firstEvent">The first event that can be of the call.</param>
    /// <param name="end">The event that says the call succeeded.</param>
    public static IReadOnlyList<DispatchedCall> Of(
        SubstrateCall call,
        AccountId? origin,
        int? extrinsic,
        IReadOnlyList<SubstrateEvent> marks,
        int firstEvent,
        int end
    )
    {
        var dispatch = new Dispatch(marks, extrinsic, firstEvent, end);
        dispatch.Walk(call, origin, end);
        return dispatch.done;
    }

    private void Walk(SubstrateCall call, AccountId? origin, int endsAt)
    {
        switch (call.Pallet, call.Name)
        {
            case ("Utility", "batch" or "batch_all" or "batch_try" or "force_batch"):
                WalkBatch(call, origin);
                break;
            case ("Utility", "as_derivative"):
                Walk(call.Inner[0], Derivative(origin, call), endsAt);
                break;
            case ("Utility", "with_weight"):
                Walk(call.Inner[0], origin: null, endsAt);
                break;
            case ("Utility", "dispatch_as"):
                WalkMarked(call, AsOrigin(call), "DispatchedAs");
                break;
            case ("Sudo", "sudo" or "sudo_unchecked_weight"):
                WalkMarked(call, origin: null, "Sudid");
                break;
            case ("Sudo", "sudo_as"):
                WalkMarked(call, Account(call, "who"), "SudoAsDone");
                break;
            case ("Proxy", "proxy" or "proxy_announced"):
                WalkMarked(call, Account(call, "real"), "ProxyExecuted");
                break;
            case ("Multisig", "as_multi_threshold_1"):
                Walk(call.Inner[0], Multisig(origin, call, 1), endsAt);
                break;
            case ("Multisig", "as_multi"):
                WalkMarked(call, Multisig(origin, call, call.Fields.U32("threshold")), "MultisigExecuted");
                break;
            case ("Council" or "TechnicalCommittee", "execute"):
                WalkMarked(call, origin: null, "MemberExecuted");
                break;
            case ("Council" or "TechnicalCommittee", "propose") when call.Fields.U32("threshold") < 2:
                WalkMarked(call, origin: null, "Executed");
                break;
            case ("Council" or "TechnicalCommittee", "close" or "close_old_weight"):
                SkipMotion(call);
                Done(call, origin, endsAt);
                break;
            default:
                Done(call, origin, endsAt);
                break;
        }
    }

    private void WalkBatch(SubstrateCall batch, AccountId? origin)
    {
        for (var i = 0; i < batch.Inner.Count; i++)
        {
            var call = batch.Inner[i];
            if (!IsBatch(call) && Peek() is { Pallet: "Utility" } failed && IsFailure(failed, i))
            {
                Take(failed);
                if (failed.Name == "BatchInterrupted")
                {
                    return;
                }

                continue;
            }

            // The end of an item is the mark after those of what is inside it, which is known only when they are walked.
            var first = done.Count;
            Walk(call, origin, end);
            if (Peek() is { Pallet: "Utility", Name: "ItemCompleted" } completed)
            {
                Take(completed);
                EndAt(first, completed.Index);
            }
        }

        if (Peek() is { Pallet: "Utility", Name: "BatchCompleted" or "BatchCompletedWithErrors" } whole)
        {
            Take(whole);
        }
    }

    /// <summary>The calls that had no end of their own end with the item of the batch.</summary>
    private void EndAt(int first, int mark)
    {
        for (var i = first; i < done.Count; i++)
        {
            if (done[i].LastEvent == end)
            {
                done[i] = done[i] with { LastEvent = mark };
            }
        }
    }

    private void WalkMarked(SubstrateCall wrapper, AccountId? origin, string mark)
    {
        if (wrapper.Inner is not [var call])
        {
            return;
        }

        var pallet = wrapper.Pallet;
        var isWrapper = call.Inner.Count > 0 && call.Name != "propose";
        var ahead = marks.Skip(next).FirstOrDefault(candidate => candidate.Pallet == pallet && candidate.Name == mark);
        if (ahead is null)
        {
            // Not carried out yet: a multisig that waits for more approvals.
            return;
        }

        if (Peek() == ahead && !isWrapper && !IsOk(ahead))
        {
            Take(ahead);
            return;
        }

        var first = done.Count;
        Walk(call, origin, end);
        if (Peek() is { } own && own.Pallet == pallet && own.Name == mark)
        {
            Take(own);
            if (IsOk(own))
            {
                EndAt(first, own.Index);
            }
            else
            {
                done.RemoveRange(first, done.Count - first);
            }
        }
    }

    /// <summary>Whether the result, the last field of all these marks, is a success.</summary>
    private static bool IsOk(SubstrateEvent mark) => mark.Fields.Variant(mark.Fields.Count - 1).Name == "Ok";

    /// <summary>The marks of the motion that a close carried out are not those of what the close itself is in.</summary>
    private void SkipMotion(SubstrateCall close)
    {
        var hash = close.Fields.Bytes("proposal_hash");
        for (var i = next; i < marks.Count; i++)
        {
            if (
                marks[i].Pallet == close.Pallet
                && marks[i].Name == "Executed"
                && marks[i].Fields.Bytes(0).AsSpan().SequenceEqual(hash)
            )
            {
                next = i + 1;
                return;
            }
        }
    }

    private void Done(SubstrateCall call, AccountId? origin, int endsAt)
    {
        if (call.IsWanted)
        {
            done.Add(new DispatchedCall(call, origin, extrinsic, firstEvent, endsAt));
        }
    }

    private SubstrateEvent? Peek() => next < marks.Count ? marks[next] : null;

    private void Take(SubstrateEvent mark)
    {
        next++;
        firstEvent = mark.Index + 1;
    }

    private static bool IsBatch(SubstrateCall call) =>
        call is { Pallet: "Utility", Name: "batch" or "batch_try" or "force_batch" };

    private static bool IsFailure(SubstrateEvent mark, int item) =>
        mark.Name == "ItemFailed" || (mark.Name == "BatchInterrupted" && mark.Fields.U32(0) == item);

    private static AccountId? Account(SubstrateCall call, string field) => AddressOf(call.Fields.Value(field));

    /// <summary>The account in an address: plain, or the case Id of MultiAddress; null for another.</summary>
    public static AccountId? AddressOf(ScaleValue address) =>
        address switch
        {
            ScaleBytes { Value.Length: AccountId.SubstrateLength } id => new AccountId(id.Value),
            ScaleVariant { Name: "Id", Fields.Values: [ScaleBytes id] } => new AccountId(id.Value),
            _ => null,
        };

    private static AccountId? AsOrigin(SubstrateCall call) =>
        call.Fields.Value("as_origin")
            is ScaleVariant
            {
                Name: "system",
                Fields.Values: [ScaleVariant { Name: "Signed", Fields.Values: [ScaleBytes who] }]
            }
            ? new AccountId(who.Value)
            : null;

    /// <summary>The pseudonym of an account: pallet_utility derives it from account and index.</summary>
    private static AccountId? Derivative(AccountId? origin, SubstrateCall call)
    {
        if (origin is not { } account)
        {
            return null;
        }

        var index = new byte[2];
        BinaryPrimitives.WriteUInt16LittleEndian(index, (ushort)call.Fields.U32("index"));
        return new AccountId(Blake2b.Hash(32, [.. "modlpy/utilisuba"u8, .. account.Bytes, .. index]));
    }

    /// <summary>The account of a multisig: pallet_multisig derives it from its sorted members and its threshold.</summary>
    private static AccountId? Multisig(AccountId? origin, SubstrateCall call, uint threshold)
    {
        if (origin is not { } account)
        {
            return null;
        }

        var members = call
            .Fields.Sequence("other_signatories")
            .OfType<ScaleBytes>()
            .Select(member => new AccountId(member.Value))
            .Append(account)
            .Order()
            .ToList();
        var encoded = new List<byte>(Encoding.ASCII.GetBytes("modlpy/utilisuba"));
        encoded.AddRange(Compact(members.Count));
        encoded.AddRange(members.SelectMany(member => member.ToArray()));
        encoded.AddRange([(byte)threshold, (byte)(threshold >> 8)]);
        return new AccountId(Blake2b.Hash(32, [.. encoded]));
    }

    /// <summary>A count of members as SCALE writes it; no multisig has 2^14 of them.</summary>
    private static byte[] Compact(int count) =>
        count < 64 ? [(byte)(count << 2)] : [(byte)((count << 2) | 1), (byte)(count >> 6)];
}
