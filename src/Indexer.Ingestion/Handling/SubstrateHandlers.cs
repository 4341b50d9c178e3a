using Indexer.Domain;

namespace Indexer.Ingestion;

/// <summary>All handlers of pallet events, by pallet and event. Two handlers of one event are an error at start.</summary>
public sealed class SubstrateHandlers
{
    private readonly Dictionary<(string, string), SubstrateHandler> substrate;
    private readonly HashSet<string> pallets;

    /// <summary>Finds the handlers.</summary>
    public SubstrateHandlers()
    {
        substrate = HandlerTypes.Create<SubstrateHandler>().ToDictionary(handler => (handler.Pallet, handler.Name));
        pallets = [.. substrate.Keys.Select(key => key.Item1)];
        BlockRules = [.. HandlerTypes.Create<SubstrateBlockRule>()];
    }

    /// <summary>The rules for whole blocks.</summary>
    public IReadOnlyList<SubstrateBlockRule> BlockRules { get; }

    /// <summary>All handlers of pallet events.</summary>
    public IReadOnlyCollection<SubstrateHandler> All => substrate.Values;

    /// <summary>Whether events of this kind must be decoded: those of indexed pallets, unless they are ignored for a reason.</summary>
    public bool IsWanted(string pallet, string name) =>
        pallets.Contains(pallet) && !IgnoredEvents.Reasons.ContainsKey((pallet, name));

    /// <summary>The changes of a pallet event.</summary>
    /// <exception cref="UnhandledEventException">No handler knows the event.</exception>
    public IEnumerable<Change> Handle(SubstrateOccurrence occurrence, NetworkState state) =>
        substrate.TryGetValue((occurrence.Event.Pallet, occurrence.Event.Name), out var handler)
            ? handler.Handle(occurrence, state)
            : throw new UnhandledEventException(
                occurrence.Event.Pallet,
                occurrence.Event.Name,
                $"block {occurrence.Block.Height} event {occurrence.Event.Index}"
            );
}
