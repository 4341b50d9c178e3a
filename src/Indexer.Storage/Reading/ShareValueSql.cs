using Indexer.Domain;

namespace Indexer.Storage;

/// <summary>What shares are worth, in SQL: the rule of <see cref="PoolState.ValueOf"/>, and the only place that writes it.</summary>
public static class ShareValueSql
{
    /// <summary>SQL for the value in PHA; null while the pool has no shares.</summary>
    /// <param name="shares">SQL for the shares; a lone operand, as it is multiplied.</param>
    /// <param name="totalValue">SQL for the value of all shares.</param>
    /// <param name="totalShares">SQL for all shares.</param>
    public static string Of(string shares, string totalValue, string totalShares) =>
        $"div({shares} * {totalValue}, nullif({totalShares}, 0))";

    /// <summary>SQL for the value of one share in PHA, rounded down to 18 digits; null while the pool has no shares.</summary>
    /// <param name="totalValue">SQL for the value of all shares.</param>
    /// <param name="totalShares">SQL for all shares.</param>
    public static string OfOne(string totalValue, string totalShares) =>
        Of($"{Pha.UnitsPerPha}", totalValue, totalShares);
}
