using System.Globalization;
using System.Numerics;

namespace Indexer.EndToEnd.Tests.Kit;

/// <summary>Values of the books as the database writes them.</summary>
internal static class BookText
{
    /// <summary>An amount of a parachain in the one unit of the index: 12 decimals become 18.</summary>
    public static BigInteger Pha(this UInt128 legacy) => (BigInteger)legacy * 1_000_000;

    public static string Line(params object?[] values) =>
        string.Join('|', values.Select(value => Convert.ToString(value, CultureInfo.InvariantCulture)));

    public static BigInteger Sum(this IEnumerable<UInt128> values) =>
        values.Aggregate(BigInteger.Zero, (sum, value) => sum + value);
}
