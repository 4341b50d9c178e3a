using Indexer.Domain;
using Indexer.Substrate.Calls;
using Indexer.Substrate.Events;
using Indexer.Substrate.Scale;

namespace Indexer.Ingestion;

/// <summary>
/// Handles the events and calls of a Substrate block in the order in which they ended, then what follows from the whole block.
/// </summary>
/// <param name="handlers">What events and calls mean.</param>
public sealed class SubstrateBlockHandler(SubstrateHandlers handlers) : IBlockHandler
{
    /// <inheritdoc />
    public int Handle(DecodedBlock block, NetworkLedger ledger) =>
        new Handling((DecodedSubstrateBlock)block, handlers, ledger).Run();

    private sealed class Handling(DecodedSubstrateBlock decoded, SubstrateHandlers handlers, NetworkLedger ledger)
    {
        private readonly List<SubstrateEvent> earlier = new(decoded.Block.Events.Count);

        public int Run()
        {
            var events = decoded.Block.Events;
            var waiting = new Queue<DispatchedCall>(decoded.Calls.OrderBy(call => call.LastEvent));
            foreach (var raised in events)
            {
                while (waiting.TryPeek(out var ended) && ended.LastEvent < raised.Index)
                {
                    HandleCall(waiting.Dequeue(), cause: null);
                }

                HandleEvent(raised);
            }

            while (waiting.TryDequeue(out var ended))
            {
                HandleCall(ended, cause: null);
            }

            foreach (var rule in handlers.BlockRules)
            {
                IReadOnlyList<(SubstrateEvent, Change)> changes = [.. rule.AtEnd(events, ledger.State)];
                foreach (var (cause, change) in changes)
                {
                    ledger.Apply(change, PlaceOf(cause));
                }
            }

            return events.Count;
        }

        private void HandleEvent(SubstrateEvent raised)
        {
            var context = new SubstrateEventContext(decoded.Header, raised, earlier)
            {
                Runtime = decoded.Block.Runtime,
                Calls = decoded.Calls,
                Storage = decoded.StorageOf(raised),
            };
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
                var marks = decoded.Block.Marks.Value.Where(mark =>
                    mark.ExtrinsicIndex == raised.ExtrinsicIndex && mark.Index >= first && mark.Index < raised.Index
                );
                var call = Decode(stored, preimage);
                foreach (var done in Dispatch.Of(call, null, raised.ExtrinsicIndex, [.. marks], first, raised.Index))
                {
                    HandleCall(done, stored.ProposalId);
                }
            }
        }

        private SubstrateCall Decode(StoredCall stored, Preimage preimage)
        {
            var runtime = decoded.Block.Runtime;
            try
            {
                return runtime.Calls.DecodeCall(preimage.Data);
            }
            catch (ScaleException exception)
            {
                throw new UnknownStateException(
                    $"The call {stored.Hash} of {stored.ProposalId}, carried out in block {decoded.Header.Height}, is no call of runtime "
                        + $"{runtime.SpecVersion}: {exception.Message}. The chain itself could not have carried it out."
                );
            }
        }

        private void HandleCall(DispatchedCall done, string? cause)
        {
            var context = new SubstrateCallContext(decoded.Header, decoded.Block.Runtime, done, cause, earlier)
            {
                Storage = decoded.StorageOf(done),
            };
            IReadOnlyList<Change> changes = [.. handlers.Handle(context, ledger.State)];
            var place = new EventPlace(decoded.Header, done.LastEvent, null, done.Extrinsic);
            foreach (var change in changes)
            {
                ledger.Apply(change, place);
            }
        }

        /// <summary>The first event that can be of a stored call: the one after the last event that tells of motions or of tasks.</summary>
        private static int FirstEventOf(SubstrateEventContext context) =>
            context
                .EarlierInExtrinsic()
                .FirstOrDefault(earlier => earlier.Name is "Approved" or "Executed" or "Dispatched")
                is { } before
                ? before.Index + 1
                : 0;

        private EventPlace PlaceOf(SubstrateEvent raised) =>
            new(decoded.Header, raised.Index, null, raised.ExtrinsicIndex);
    }
}
