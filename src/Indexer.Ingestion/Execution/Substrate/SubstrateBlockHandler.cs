using Indexer.Domain;
using Indexer.Substrate.Calls;
using Indexer.Substrate.Events;

namespace Indexer.Ingestion;

/// <summary>
/// Handles the events and calls of a Substrate block in the order in which they ended, then what follows from the whole block.
/// A refusal names the event or call, the block and its runtime.
/// </summary>
/// <param name="handlers">What events and calls mean.</param>
/// <param name="beganWithState">
/// Whether the ledger began with a state. A state holds no governance: what names proposals, votes or stored calls from before it is left out.
/// </param>
public sealed class SubstrateBlockHandler(SubstrateHandlers handlers, bool beganWithState = false) : IBlockHandler
{
    /// <inheritdoc />
    public int Handle(DecodedBlock block, NetworkLedger ledger) =>
        new Handling((DecodedSubstrateBlock)block, handlers, ledger, beganWithState).Run();

    /// <inheritdoc />
    public void HandleStart(InitialStateFile state, BlockHeader first, NetworkLedger ledger)
    {
        var place = new EventPlace(first, LedgerRow.IndexBeforeAll, Transaction: null, Extrinsic: null);
        foreach (var change in handlers.StartRules.SelectMany(rule => rule.AtStart(state, ledger.State)))
        {
            ledger.Apply(change, place);
        }
    }

    /// <inheritdoc />
    public void HandleEnd(EndedChain end, NetworkLedger ledger)
    {
        var place = new EventPlace(end.Last, LedgerRow.IndexAfterAll, Transaction: null, Extrinsic: null);
        foreach (var change in handlers.EndRules.SelectMany(rule => rule.AtEnd(end, ledger.State).ToList()))
        {
            ledger.Apply(change, place);
        }
    }

    private sealed class Handling(
        DecodedSubstrateBlock decoded,
        SubstrateHandlers handlers,
        NetworkLedger ledger,
        bool beganWithState
    )
    {
        private readonly List<SubstrateEvent> earlier = new(decoded.Block.Events.Count);
        private readonly StoredCalls stored = new(decoded.Block, handlers, ledger.State, beganWithState);
        private IReadOnlyList<DispatchedCall> calls = [];

        public int Run()
        {
            var events = decoded.Block.Events;
            calls = stored.With(decoded.Calls);
            var waiting = new Queue<DispatchedCall>(calls.OrderBy(call => call.LastEvent));
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
                foreach (var (cause, change) in Named("the end", null, () => rule.AtEnd(events, ledger.State).ToList()))
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
                Calls = calls,
                Storage = decoded.StorageOf(raised),
            };
            var carriedOut = Named(
                $"{raised.Pallet}.{raised.Name}",
                raised.Index,
                () =>
                {
                    var (changes, call) = Known(
                        () =>
                            (
                                (IReadOnlyList<Change>)[.. handlers.Handle(context, ledger.State)],
                                handlers.CarriedOut(context, ledger.State)
                            ),
                        otherwise: ([], null)
                    );
                    Apply(changes, PlaceOf(raised));
                    return call;
                }
            );
            earlier.Add(raised);
            if (carriedOut is not null)
            {
                foreach (var done in stored.In(carriedOut, raised))
                {
                    HandleCall(done, carriedOut.ProposalId);
                }
            }
        }

        private void HandleCall(DispatchedCall done, string? cause)
        {
            var context = new SubstrateCallContext(decoded.Header, decoded.Block.Runtime, done, cause, earlier)
            {
                Storage = decoded.StorageOf(done),
            };
            _ = Named(
                $"{done.Call.Pallet}.{done.Call.Name}",
                done.LastEvent,
                () =>
                {
                    var changes = Known<IReadOnlyList<Change>>(
                        () => [.. handlers.Handle(context, ledger.State)],
                        otherwise: []
                    );
                    Apply(changes, PlaceOf(done.LastEvent, done.Extrinsic));
                    return changes.Count;
                }
            );
        }

        /// <summary>What an event or a call means; nothing when it is of governance from before the state that the ledger began with.</summary>
        private T Known<T>(Func<T> read, T otherwise)
        {
            try
            {
                return read();
            }
            catch (UnknownProposalException) when (beganWithState)
            {
                return otherwise;
            }
        }

        /// <summary>Whether a change is of a proposal from before the state that the ledger began with.</summary>
        private bool IsFromBefore(Change change, IReadOnlyList<Change> together) =>
            beganWithState
            && change is ProposalChange { ProposalId: var id }
            && ledger.State.Governance.Proposals.Find(id) is null
            && !together
                .OfType<StateChange>()
                .Any(made => made.Row is ProposalState proposal && proposal.ProposalId == id);

        private void Apply(IReadOnlyList<Change> changes, EventPlace place)
        {
            if (changes.Any(change => IsFromBefore(change, changes)))
            {
                return;
            }

            foreach (var change in changes)
            {
                ledger.Apply(change, place);
            }
        }

        private T Named<T>(string what, int? place, Func<T> handle)
        {
            try
            {
                return handle();
            }
            catch (Exception exception) when (exception is UnknownStateException or EventFieldException)
            {
                var at = place is { } index ? $", event {index}" : "";
                throw new UnknownStateException(
                    $"{what} of block {decoded.Header.Height}{at}, runtime {decoded.Header.SpecVersion}: {exception.Message}"
                );
            }
        }

        private EventPlace PlaceOf(SubstrateEvent raised) => PlaceOf(raised.Index, raised.ExtrinsicIndex);

        private EventPlace PlaceOf(int index, int? extrinsic) =>
            new(decoded.Header, index, extrinsic is { } place ? decoded.Block.HashOf(place) : null, extrinsic);
    }
}
