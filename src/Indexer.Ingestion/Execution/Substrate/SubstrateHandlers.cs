using Indexer.Domain;
using Indexer.Substrate.Calls;
using Indexer.Substrate.Events;

namespace Indexer.Ingestion;

/// <summary>All handlers of pallet events and calls, by pallet and name. Two handlers of one are an error at start.</summary>
public sealed class SubstrateHandlers
{
    private readonly Dictionary<(string, string), SubstrateHandler> substrate;
    private readonly Dictionary<(string, string), SubstrateCallHandler> calls;
    private readonly IReadOnlyDictionary<(string Source, string Name), string> ignored;
    private readonly HashSet<(string, string)> wantedCalls;
    private readonly HashSet<string> pallets;

    /// <summary>Registers handlers.</summary>
    /// <param name="events">What events mean.</param>
    /// <param name="calls">What calls mean whose success no event tells in full.</param>
    /// <param name="blockRules">What follows from whole blocks.</param>
    /// <param name="endRules">What the end of the chain makes of its state.</param>
    /// <param name="ignored">Events of indexed pallets that deliberately have no handler: the reason by pallet and name.</param>
    /// <param name="fieldNames">The names of an event's fields that earlier runtimes left unnamed, by pallet and name.</param>
    /// <exception cref="ArgumentException">Two handlers are for the same event or call.</exception>
    public SubstrateHandlers(
        IEnumerable<SubstrateHandler> events,
        IEnumerable<SubstrateCallHandler> calls,
        IEnumerable<SubstrateBlockRule> blockRules,
        IEnumerable<ChainEndRule> endRules,
        IReadOnlyDictionary<(string Source, string Name), string> ignored,
        Func<string, string, IReadOnlyList<string>?> fieldNames
    )
    {
        substrate = events.ToDictionary(handler => (handler.Pallet, handler.Name));
        pallets = [.. substrate.Keys.Select(key => key.Item1)];
        this.calls = calls.ToDictionary(handler => (handler.Pallet, handler.Name));
        wantedCalls =
        [
            .. this.calls.Keys,
            .. substrate.Values.SelectMany(handler => handler.Calls.Select(call => (handler.Pallet, call))),
        ];
        BlockRules = [.. blockRules];
        EndRules = [.. endRules];
        this.ignored = ignored;
        FieldNames = fieldNames;
    }

    /// <summary>The names of an event's fields that earlier runtimes left unnamed, by pallet and name; null for others.</summary>
    public Func<string, string, IReadOnlyList<string>?> FieldNames { get; }

    /// <summary>The rules for whole blocks.</summary>
    public IReadOnlyList<SubstrateBlockRule> BlockRules { get; }

    /// <summary>What an initial state means; nothing without rules.</summary>
    public IReadOnlyList<ChainStartRule> StartRules { get; init; } = [];

    /// <summary>The rules for the end of a chain.</summary>
    public IReadOnlyList<ChainEndRule> EndRules { get; }

    /// <summary>All handlers of pallet events.</summary>
    public IReadOnlyCollection<SubstrateHandler> All => substrate.Values;

    /// <summary>All handlers of calls.</summary>
    public IReadOnlyCollection<SubstrateCallHandler> AllCalls => calls.Values;

    /// <summary>Whether events of this kind must be decoded: those of indexed pallets, unless they are ignored for a reason.</summary>
    public bool IsWanted(string pallet, string name) =>
        pallets.Contains(pallet) && !ignored.ContainsKey((pallet, name));

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
    public IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state) =>
        HandlerOf(context).Handle(context, state);

    /// <summary>The stored call that an event says was carried out; null for most.</summary>
    /// <exception cref="UnhandledEventException">No handler knows the event.</exception>
    public StoredCall? CarriedOut(SubstrateEventContext context, NetworkState state) =>
        HandlerOf(context).CarriesOut(context, state);

    /// <summary>The hash of the stored call that a call had carried out; null for most.</summary>
    public string? CarriedOut(DispatchedCall call) =>
        calls.TryGetValue((call.Call.Pallet, call.Call.Name), out var handler) ? handler.CarriesOut(call) : null;

    /// <summary>The changes of a call; none when only events need it.</summary>
    public IEnumerable<Change> Handle(SubstrateCallContext context, NetworkState state) =>
        calls.TryGetValue((context.Dispatched.Call.Pallet, context.Dispatched.Call.Name), out var handler)
            ? handler.Handle(context, state)
            : [];

    private SubstrateHandler HandlerOf(SubstrateEventContext context) =>
        substrate.TryGetValue((context.Event.Pallet, context.Event.Name), out var handler)
            ? handler
            : throw new UnhandledEventException(
                context.Event.Pallet,
                context.Event.Name,
                $"block {context.Block.Height} event {context.Event.Index}, runtime {context.Block.SpecVersion}"
            );
}
