using Indexer.Domain;

namespace Indexer.Substrate.Calls;

/// <summary>The wanted calls that were carried out in the execution of a call.</summary>
internal abstract record Trace
{
    /// <summary>No call.</summary>
    public static Trace None { get; } = new Several([]);

    /// <summary>Lists the calls.</summary>
    /// <param name="calls">Where to.</param>
    /// <param name="extrinsic">The extrinsic that did it; null for the block itself.</param>
    /// <param name="end">The event that ends the calls that have no end of their own.</param>
    public abstract void AddTo(List<DispatchedCall> calls, int? extrinsic, int end);

    /// <summary>One call.</summary>
    internal sealed record Done(SubstrateCall Call, AccountId? Origin, int FirstEvent) : Trace
    {
        public override void AddTo(List<DispatchedCall> calls, int? extrinsic, int end) =>
            calls.Add(new DispatchedCall(Call, Origin, extrinsic, FirstEvent, end));
    }

    /// <summary>Calls that end with an event.</summary>
    internal sealed record Ended(Trace Inner, int Event) : Trace
    {
        public override void AddTo(List<DispatchedCall> calls, int? extrinsic, int end) =>
            Inner.AddTo(calls, extrinsic, Event);
    }

    /// <summary>Calls one after the other.</summary>
    internal sealed record Several(IReadOnlyList<Trace> Items) : Trace
    {
        public override void AddTo(List<DispatchedCall> calls, int? extrinsic, int end)
        {
            foreach (var item in Items)
            {
                item.AddTo(calls, extrinsic, end);
            }
        }
    }
}
