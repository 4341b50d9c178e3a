namespace Indexer.Ingestion;

/// <summary>
/// Events of indexed pallets and contracts that deliberately have no handler, each with its reason. Any other event
/// without a handler stops its network, so that nothing is ever passed over in silence.
/// </summary>
public static class IgnoredEvents
{
    /// <summary>The reason by pallet or contract role, and event.</summary>
    public static IReadOnlyDictionary<(string Source, string Name), string> Reasons { get; } =
        new Dictionary<(string, string), string>
        {
            [("PhalaWrappedBalances", "Voted")] = "governance, not staking: changes no stake",
        };
}
