using Indexer.Domain;

namespace Indexer.Handlers.Staking;

/// <summary>Amounts that the base pool treats as nothing.</summary>
internal static class Dust
{
    private static readonly Pha Limit = Pha.FromLegacy(1_000);

    /// <summary>
    /// Whether an amount is at most 1,000 units of 10^-12 PHA. Source: phala-blockchain base_pool.rs, balance_close_to_zero.
    /// </summary>
    public static bool IsDust(Pha amount) => amount <= Limit;
}
