using Indexer.Domain;
using Indexer.Substrate.Chain;
using Indexer.Substrate.Events;

namespace Indexer.Substrate.Calls;

/// <summary>
/// Tells which calls of a block were carried out, by the marks that they left. The execution of a call is a tree, and each
/// call in it that holds others ends with a mark of its own, after those of what is inside it; what failed left no marks,
/// because its changes and events were taken back. So a tree fits the marks that it left in one way only, from the first to
/// the last. Source: pallet_utility, pallet_proxy, pallet_multisig, pallet_sudo, pallet_collective, pallet_scheduler.
/// </summary>
/// <param name="height">The block.</param>
/// <param name="marks">Its marks in order; decoded when first asked for.</param>
/// <param name="endsItems">Whether the runtime ends each item of a batch with a mark (since spec 1000).</param>
public sealed class Dispatch(long height, Lazy<IReadOnlyList<SubstrateEvent>> marks, bool endsItems)
{
    /// <summary>The dispatch of a block.</summary>
    public static Dispatch In(SubstrateBlock block) => new(block.Header.Height, block.Marks, block.Runtime.EndsItems);

    /// <summary>The account in an address: plain, or the case Id of MultiAddress; null for another.</summary>
    public static AccountId? AddressOf(ScaleValue address) =>
        address switch
        {
            ScaleBytes { Value.Length: AccountId.SubstrateLength } id => new AccountId(id.Value),
            ScaleVariant { Name: "Id", Fields.Values: [ScaleBytes id] } => new AccountId(id.Value),
            _ => null,
        };

    /// <summary>The account of an origin; null for the root, a collective and other origins without account.</summary>
    public static AccountId? AccountOf(ScaleValue origin) =>
        origin
            is ScaleVariant
            {
                Name: "system",
                Fields.Values: [ScaleVariant { Name: "Signed", Fields.Values: [ScaleBytes who] }]
            }
            ? new AccountId(who.Value)
            : null;

    /// <summary>The wanted calls of a block's extrinsics that were carried out, in order.</summary>
    /// <param name="extrinsics">The extrinsics with wanted calls.</param>
    /// <exception cref="UnknownStateException">The marks of an extrinsic do not fit its call.</exception>
    public IReadOnlyList<DispatchedCall> Of(IReadOnlyList<SubstrateExtrinsic> extrinsics)
    {
        var calls = new List<DispatchedCall>();
        foreach (var holder in extrinsics)
        {
            List<SubstrateEvent> own = [.. marks.Value.Where(mark => mark.ExtrinsicIndex == holder.Index)];
            if (own is [.., { Pallet: "System", Name: "ExtrinsicSuccess" } success])
            {
                own.RemoveAt(own.Count - 1);
                calls.AddRange(Of(holder.Call, holder.Signer, holder.Index, own, 0, success.Index));
            }
        }

        return calls;
    }

    /// <summary>The wanted calls in a call that the chain had stored and now carried out with success.</summary>
    /// <param name="call">The stored call.</param>
    /// <param name="origin">For whom; null for an origin without account.</param>
    /// <param name="end">The event that says so: one of a collective, of Democracy or of the Scheduler.</param>
    /// <exception cref="UnknownStateException">The marks do not fit the call.</exception>
    public IReadOnlyList<DispatchedCall> OfStored(SubstrateCall call, AccountId? origin, SubstrateEvent end) =>
        OfStored(call, origin, end.ExtrinsicIndex, DispatchMarks.FirstOfStored(marks.Value, end), end.Index);

    /// <summary>The wanted calls in a call that the chain had stored and that another call carried out.</summary>
    /// <param name="call">The stored call.</param>
    /// <param name="by">The call that had it carried out, and for whom.</param>
    /// <exception cref="UnknownStateException">The marks do not fit the call.</exception>
    public IReadOnlyList<DispatchedCall> OfStored(SubstrateCall call, DispatchedCall by) =>
        OfStored(call, by.Origin, by.Extrinsic, by.FirstEvent, by.LastEvent);

    private List<DispatchedCall> OfStored(SubstrateCall call, AccountId? origin, int? extrinsic, int first, int end)
    {
        var own = marks.Value.Where(mark =>
            mark.ExtrinsicIndex == extrinsic && mark.Index >= first && mark.Index < end
        );
        return Of(call, origin, extrinsic, [.. own], first, end);
    }

    private List<DispatchedCall> Of(
        SubstrateCall call,
        AccountId? origin,
        int? extrinsic,
        List<SubstrateEvent> own,
        int first,
        int end
    )
    {
        var done = new List<DispatchedCall>();
        var fitting = new Execution(own, first, endsItems)
            .Success(call, origin, 0)
            .Where(success => success.Next == own.Count)
            .MinBy(success => success.Unexplained);
        if (fitting is null)
        {
            var place = extrinsic is { } index ? $"extrinsic {index}" : "the scheduler";
            var left = string.Join(", ", own.Select(mark => $"{mark.Pallet}.{mark.Name}"));
            throw new UnknownStateException(
                $"{call.Pallet}.{call.Name} in block {height}, {place}, event {end}: "
                    + $"what it holds cannot have left {(left.Length == 0 ? "no marks" : $"the events {left}")}; update the indexer."
            );
        }

        fitting.Trace.AddTo(done, extrinsic, end);
        return done;
    }
}
