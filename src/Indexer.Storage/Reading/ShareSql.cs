using System.Globalization;
using Indexer.Domain;

namespace Indexer.Storage;

/// <summary>
/// What shares are worth and what they earned, in SQL: the one rule of everything that reads positions. It is that of
/// <see cref="PoolState.ValueOf"/> and <see cref="RewardIndex.Earned"/>.
/// </summary>
public static class ShareSql
{
    /// <summary>One step of a reward index, as PostgreSQL numeric: products with it are exact.</summary>
    public static readonly string IndexStep =
        $"1e-{RewardIndex.Scale.ToString(CultureInfo.InvariantCulture).Length - 1}";

    private static readonly UInt128 Bits = UInt128.One << 64;

    /// <summary>What some of the shares of a pool are worth, rounded down; null when it has none.</summary>
    /// <param name="shares">SQL for the shares.</param>
    /// <param name="totalValue">SQL for the value of all shares.</param>
    /// <param name="totalShares">SQL for all shares.</param>
    public static string Value(string shares, string totalValue, string totalShares) =>
        $"div({shares} * {totalValue}, nullif({totalShares}, 0))";

    /// <summary>SQL for the value of one share in PHA, rounded down to 18 digits; null while the pool has no shares.</summary>
    /// <param name="totalValue">SQL for the value of all shares.</param>
    /// <param name="totalShares">SQL for all shares.</param>
    public static string Price(string totalValue, string totalShares) =>
        Value($"{Pha.UnitsPerPha}", totalValue, totalShares);

    /// <summary>
    /// What an accumulator of a stake pool of the first version gives to some shares, in the chain's steps (<see cref="RewardAccumulator.Earned"/>).
    /// </summary>
    /// <param name="shares">SQL for the shares.</param>
    /// <param name="bits">SQL for the accumulator.</param>
    public static string Accumulated(string shares, string bits) =>
        $"div(div(div({shares} * {Bits}, {Pha.UnitsPerPha}) * {bits}, {Bits}) * {Pha.UnitsPerPha / Pha.UnitsPerLegacyUnit}, {Bits}) * {Pha.UnitsPerLegacyUnit}";

    /// <summary>What a constant number of shares earned between two values of a reward index, rounded down.</summary>
    /// <param name="shares">SQL for the shares.</param>
    /// <param name="from">SQL for the index at the begin.</param>
    /// <param name="to">SQL for the index at the end.</param>
    public static string Earned(string shares, string from, string to) =>
        $"floor({shares} * (({to}) - ({from})) * {IndexStep})";
}
