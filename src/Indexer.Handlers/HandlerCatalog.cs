using Indexer.Handlers.Governance.Snapshot;

namespace Indexer.Handlers;

/// <summary>
/// All handlers of this assembly. A class that derives from a handler or rule of the engine is found by itself; each kind comes in
/// the order of the names of its types.
/// </summary>
public static class HandlerCatalog
{
    /// <summary>What events and calls of pallets mean.</summary>
    public static SubstrateHandlers Substrate { get; } =
        new(
            Create<SubstrateHandler>(),
            Create<SubstrateCallHandler>(),
            Create<SubstrateBlockRule>(),
            Create<ChainEndRule>(),
            IgnoredEvents.Reasons,
            EarlierFieldNames.Of
        );

    /// <summary>What events of contracts mean.</summary>
    public static EvmHandlers Evm { get; } =
        new(Create<EvmHandler>(), Create<EvmBlockRule>(), IgnoredLogs.Reasons.Keys);

    /// <summary>What looks at the proposals of a Snapshot space mean.</summary>
    public static ISpaceRules Spaces { get; } = new SpaceRules();

    private static IEnumerable<T> Create<T>() =>
        typeof(HandlerCatalog)
            .Assembly.GetTypes()
            .Where(type => type is { IsAbstract: false } && type.IsAssignableTo(typeof(T)))
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
            .Select(type => (T)Activator.CreateInstance(type, nonPublic: true)!);
}
