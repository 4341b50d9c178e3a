using Indexer.Domain;
using Indexer.Substrate;
using Indexer.Substrate.Calls;
using Indexer.Substrate.Chain;
using Indexer.Substrate.Events;
using Indexer.Substrate.Scale;

namespace Indexer.Ingestion;

/// <summary>A Substrate block, its indexed events and calls, and what their handlers need of the storage.</summary>
internal sealed class DecodedSubstrateBlock(SubstrateBlock block, SubstrateHandlers handlers) : IDecodedBlock
{
    private readonly Dictionary<object, Dictionary<StorageNeed, ScaleValue?>> storage = new(
        ReferenceEqualityComparer.Instance
    );
    private readonly IReadOnlyList<DispatchedCall> calls =
        block.Extrinsics.Count == 0 ? [] : Dispatch.Of(block.Extrinsics, block.Marks.Value);

    public BlockHeader Header => block.Header;

    public int Events => block.Events.Count;

    /// <summary>What the handlers need of the storage: each with the event or the call that needs it.</summary>
    public IEnumerable<(object Of, StorageNeed Need, StorageRead Read)> Needs =>
        from item in block
            .Events.Select(raised => (Of: (object)raised, Needs: handlers.Needs(raised)))
            .Concat(calls.Select(call => (Of: (object)call, Needs: handlers.Needs(call))))
        from need in item.Needs
        let entry = block.Runtime.FindStorage(need.Pallet, need.Entry)
        where entry is not null
        let state = need.AtParent ? Header.ParentHash : Header.Hash
        select (item.Of, need, new StorageRead(state, block.Runtime, entry, need.Keys));

    /// <summary>Takes over a value that an event or a call needs.</summary>
    public void Supply(object of, StorageNeed need, ScaleValue? value)
    {
        if (!storage.TryGetValue(of, out var values))
        {
            storage[of] = values = [];
        }

        values[need] = value;
    }

    public void Handle(NetworkLedger ledger)
    {
        var waiting = new Queue<DispatchedCall>(calls.OrderBy(call => call.LastEvent));
        var earlier = new List<SubstrateEvent>(block.Events.Count);
        foreach (var raised in block.Events)
        {
            while (waiting.TryPeek(out var ended) && ended.LastEvent < raised.Index)
            {
                HandleCall(waiting.Dequeue(), cause: null, earlier, ledger);
            }

            HandleEvent(raised, earlier, ledger);
        }

        while (waiting.TryDequeue(out var ended))
        {
            HandleCall(ended, cause: null, earlier, ledger);
        }

        foreach (var rule in handlers.BlockRules)
        {
            IReadOnlyList<(SubstrateEvent, Change)> changes = [.. rule.AtEnd(block.Events, ledger.State)];
            foreach (var (cause, change) in changes)
            {
                ledger.Apply(change, PlaceOf(cause));
            }
        }
    }

    private void HandleEvent(SubstrateEvent raised, List<SubstrateEvent> earlier, NetworkLedger ledger)
    {
        var context = new SubstrateEventContext(Header, raised, earlier) { Runtime = block.Runtime, Calls = calls };
        if (storage.TryGetValue(raised, out var values))
        {
            context = context with { Storage = values };
        }

        IReadOnlyList<Change> changes = [.. handlers.Handle(context, ledger.State)];
        var stored = handlers.CarriedOut(context, ledger.State);
        foreach (var change in changes)
        {
            ledger.Apply(change, PlaceOf(raised));
        }

        var first = FirstEventOf(context);
        earlier.Add(raised);
        if (stored is not null && ledger.State.Governance.Preimages.Find(stored.Hash) is { } preimage)
        {
            var marks = block.Marks.Value.Where(mark =>
                mark.ExtrinsicIndex == raised.ExtrinsicIndex && mark.Index >= first && mark.Index < raised.Index
            );
            var call = Decode(stored, preimage);
            foreach (var done in Dispatch.Of(call, null, raised.ExtrinsicIndex, [.. marks], first, raised.Index))
            {
                HandleCall(done, stored.ProposalId, earlier, ledger);
            }
        }
    }

    private SubstrateCall Decode(StoredCall stored, Preimage preimage)
    {
        try
        {
            return block.Runtime.Calls.DecodeCall(preimage.Data);
        }
        catch (ScaleException exception)
        {
            throw new UnknownStateException(
                $"The call {stored.Hash} of {stored.ProposalId}, carried out in block {Header.Height}, is no call of runtime "
                    + $"{block.Runtime.SpecVersion}: {exception.Message}. The chain itself could not have carried it out."
            );
        }
    }

    private void HandleCall(DispatchedCall done, string? cause, List<SubstrateEvent> earlier, NetworkLedger ledger)
    {
        var context = new SubstrateCallContext(Header, block.Runtime, done, cause, earlier);
        if (storage.TryGetValue(done, out var values))
        {
            context = context with { Storage = values };
        }

        IReadOnlyList<Change> changes = [.. handlers.Handle(context, ledger.State)];
        var place = new EventPlace(Header, done.LastEvent, null, done.Extrinsic);
        foreach (var change in changes)
        {
            ledger.Apply(change, place);
        }
    }

    /// <summary>The first event that can be of a stored call: the one after the last event that tells of motions or of tasks.</summary>
    private static int FirstEventOf(SubstrateEventContext context) =>
        context.EarlierInExtrinsic().FirstOrDefault(earlier => earlier.Name is "Approved" or "Executed" or "Dispatched")
            is { } before
            ? before.Index + 1
            : 0;

    private EventPlace PlaceOf(SubstrateEvent raised) => new(Header, raised.Index, null, raised.ExtrinsicIndex);
}
