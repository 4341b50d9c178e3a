using Indexer.Domain;

namespace Indexer.Ingestion;

/// <summary>All handlers of this assembly, by what they handle. Two handlers of one event are an error at start.</summary>
public sealed class HandlerRegistry
{
    private readonly Dictionary<(string, string), SubstrateHandler> substrate;
    private readonly HashSet<string> pallets;

    /// <summary>Finds the handlers.</summary>
    public HandlerRegistry()
    {
        substrate = Create<SubstrateHandler>().ToDictionary(handler => (handler.Pallet, handler.Name));
        pallets = [.. substrate.Keys.Select(key => key.Item1)];
        BlockRules = [.. Create<SubstrateBlockRule>()];
    }

    /// <summary>The rules for whole blocks.</summary>
    public IReadOnlyList<SubstrateBlockRule> BlockRules { get; }

    /// <summary>All handlers of pallet events.</summary>
    public IReadOnlyCollection<SubstrateHandler> Substrate => substrate.Values;

    /// <summary>Whether events of this kind must be decoded: those of indexed pallets, unless they are ignored for a reason.</summary>
    public bool IsWanted(string pallet, string name) =>
        pallets.Contains(pallet) && !IgnoredEvents.Reasons.ContainsKey((pallet, name));

    /// <summary>The changes of a pallet event.</summary>
    /// <exception cref="UnhandledEventException">No handler knows the event.</exception>
    public IEnumerable<Change> Handle(SubstrateOccurrence occurrence, StakingState state) =>
        substrate.TryGetValue((occurrence.Event.Pallet, occurrence.Event.Name), out var handler)
            ? handler.Handle(occurrence, state)
            : throw new UnhandledEventException(
                occurrence.Event.Pallet,
                occurrence.Event.Name,
                $"block {occurrence.Block.Height} event {occurrence.Event.Index}"
            );

    private static IEnumerable<T> Create<T>() =>
        typeof(HandlerRegistry)
            .Assembly.GetTypes()
            .Where(type => type is { IsAbstract: false } && type.IsAssignableTo(typeof(T)))
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
            .Select(type => (T)Activator.CreateInstance(type, nonPublic: true)!);
}
