using Indexer.Domain;
using Indexer.Substrate.Calls;
using Indexer.Substrate.Events;

namespace Indexer.Ingestion;

/// <summary>All handlers of pallet events and calls, by pallet and name. Two handlers of one are an error at start.</summary>
public sealed class SubstrateHandlers
{
    private readonly Dictionary<(string, string), SubstrateHandler> substrate;
    private readonly Dictionary<(string, string), SubstrateCallHandler> calls;
    private readonly HashSet<(string, string)> wantedCalls;
    private readonly HashSet<string> pallets;

    /// <summary>Finds the handlers.</summary>
    public SubstrateHandlers()
    {
        substrate = HandlerTypes.Create<SubstrateHandler>().ToDictionary(handler => (handler.Pallet, handler.Name));
        pallets = [.. substrate.Keys.Select(key => key.Item1)];
        calls = HandlerTypes.Create<SubstrateCallHandler>().ToDictionary(handler => (handler.Pallet, handler.Name));
        wantedCalls =
        [
            .. calls.Keys,
            .. substrate.Values.SelectMany(handler => handler.Calls.Select(call => (handler.Pallet, call))),
        ];
        BlockRules = [.. HandlerTypes.Create<SubstrateBlockRule>()];
    }

    /// <summary>The rules for whole blocks.</summary>
    public IReadOnlyList<SubstrateBlockRule> BlockRules { get; }

    /// <summary>All handlers of pallet events.</summary>
    public IReadOnlyCollection<SubstrateHandler> All => substrate.Values;

    /// <summary>All handlers of calls.</summary>
    public IReadOnlyCollection<SubstrateCallHandler> AllCalls => calls.Values;

    /// <summary>Whether events of this kind must be decoded: those of indexed pallets, unless they are ignored for a reason.</summary>
    public bool IsWanted(string pallet, string name) =>
        pallets.Contains(pallet) && !IgnoredEvents.Reasons.ContainsKey((pallet, name));

    /// <summary>Whether calls of this kind must be decoded.</summary>
    public bool IsWantedCall(string pallet, string name) => wantedCalls.Contains((pallet, name));

    /// <summary>What the handler of an event must know of the chain's storage.</summary>
    public IEnumerable<StorageNeed> Needs(SubstrateEvent raised) =>
        substrate.TryGetValue((raised.Pallet, raised.Name), out var handler) ? handler.Needs(raised) : [];

    /// <summary>What the handler of a call must know of the chain's storage.</summary>
    public IEnumerable<StorageNeed> Needs(DispatchedCall call) =>
        calls.TryGetValue((call.Call.Pallet, call.Call.Name), out var handler) ? handler.Needs(call) : [];

    /// <summary>The changes of a pallet event.</summary>
    /// <exception cref="UnhandledEventException">No handler knows the event.</exception>
    public IEnumerable<Change> Handle(SubstrateOccurrence occurrence, NetworkState state) =>
        HandlerOf(occurrence).Handle(occurrence, state);

    /// <summary>The stored call that an event says was carried out; null for most.</summary>
    /// <exception cref="UnhandledEventException">No handler knows the event.</exception>
    public StoredCall? CarriedOut(SubstrateOccurrence occurrence, NetworkState state) =>
        HandlerOf(occurrence).CarriesOut(occurrence, state);

    /// <summary>The changes of a call; none when only events need it.</summary>
    public IEnumerable<Change> Handle(SubstrateCallOccurrence occurrence, NetworkState state) =>
        calls.TryGetValue((occurrence.Dispatched.Call.Pallet, occurrence.Dispatched.Call.Name), out var handler)
            ? handler.Handle(occurrence, state)
            : [];

    private SubstrateHandler HandlerOf(SubstrateOccurrence occurrence) =>
        substrate.TryGetValue((occurrence.Event.Pallet, occurrence.Event.Name), out var handler)
            ? handler
            : throw new UnhandledEventException(
                occurrence.Event.Pallet,
                occurrence.Event.Name,
                $"block {occurrence.Block.Height} event {occurrence.Event.Index}"
            );
}
