using System.Globalization;
using System.Numerics;

namespace Indexer.TestKit;

/// <summary>Values of the simulator's books as the database writes them.</summary>
public static class BookText
{
    /// <summary>An amount of a parachain in the one unit of the index: 12 decimals become 18.</summary>
    public static BigInteger Pha(this UInt128 legacy) => (BigInteger)legacy * 1_000_000;

    public static string Line(params object?[] values) =>
        string.Join('|', values.Select(value => Convert.ToString(value, CultureInfo.InvariantCulture)));

    public static BigInteger Sum(this IEnumerable<UInt128> values) =>
        values.Aggregate(BigInteger.Zero, (sum, value) => sum + value);
}
