namespace Indexer.Handlers;

/// <summary>
/// Pallets that hold what is to be indexed and have no handlers yet: the first event of one stops its network, so that a
/// chain is never shown without it.
/// </summary>
internal static class RefusedPallets
{
    /// <summary>The reason by pallet.</summary>
    public static IReadOnlyDictionary<string, string> Reasons { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["PhalaStakePool"] = "stake pools of the first version are not indexed yet",
            ["PhalaMining"] = "the mining of stake pools of the first version is not indexed yet",
        };
}
