using System.Reflection;
using Indexer.Handlers.Governance.Snapshot;
using Indexer.Handlers.Staking.Declared;

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
        )
        {
            StartRules = [.. Create<ChainStartRule>()],
        };

    /// <summary>What events of contracts mean.</summary>
    public static EvmHandlers Evm { get; } =
        new(Create<EvmHandler>(), Create<EvmBlockRule>(), IgnoredLogs.Reasons.Keys);

    /// <summary>The roles that contracts may be configured with.</summary>
    public static IReadOnlyList<string> EvmRoles { get; } =
    [
        .. Evm
            .Roles.Append(ContractRoles.StakingRewards)
            .Append(ContractRoles.Declared)
            .Append(ContractRoles.Collateral)
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>What events of contracts mean, also of those of which the configuration says so.</summary>
    /// <param name="contracts">These contracts.</param>
    public static EvmHandlers EvmWith(IReadOnlyCollection<DeclaredContract> contracts) =>
        Evm.With(
            contracts.SelectMany(contract =>
                contract
                    .Events.Where(declared => declared.Means != EventMeaning.Nothing)
                    .Select(declared => new DeclaredEventHandler(contract, declared))
            ),
            contracts.SelectMany(contract =>
                contract
                    .Events.Where(declared => declared.Means == EventMeaning.Nothing)
                    .Select(declared => (contract.Key, declared.Declaration))
                    .Concat(IgnoredLogs.EveryContract.Select(declaration => (contract.Key, declaration)))
            )
        );

    /// <summary>What looks at the proposals of a Snapshot space mean.</summary>
    public static ISpaceRules Spaces { get; } = new SpaceRules();

    private static IEnumerable<T> Create<T>() =>
        typeof(HandlerCatalog)
            .Assembly.GetTypes()
            .Where(type => type is { IsAbstract: false } && type.IsAssignableTo(typeof(T)) && IsKnownByItself(type))
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
            .Select(type => (T)Activator.CreateInstance(type, nonPublic: true)!);

    /// <summary>Others are what a configuration makes of them.</summary>
    private static bool IsKnownByItself(Type type) =>
        type.GetConstructor(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, []) is not null;
}
