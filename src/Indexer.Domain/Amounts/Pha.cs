using System.Globalization;
using System.Numerics;

namespace Indexer.Domain;

/// <summary>
/// An amount of PHA (or of pool shares, which have the same unit) as an exact integer of 10^-18. The supply is 10^27
/// units, so sums stay far below the range of <see cref="Int128"/>; arithmetic is checked and never wraps.
/// </summary>
/// <param name="Units">The amount in units of 10^-18.</param>
public readonly record struct Pha(Int128 Units) : IComparable<Pha>
{
    /// <summary>Units of one PHA: 10^18, the decimals of the ERC-20 token.</summary>
    public static readonly Int128 UnitsPerPha = (Int128)1_000_000_000_000_000_000;

    /// <summary>Units of one pico-PHA, the smallest amount of the parachains (12 decimals).</summary>
    public static readonly Int128 UnitsPerLegacyUnit = 1_000_000;

    /// <summary>No PHA.</summary>
    public static readonly Pha Zero;

    /// <summary>An amount of the parachains (12 decimals) in the one unit of the index.</summary>
    /// <param name="picoPha">The amount in units of 10^-12 PHA, as <c>u128</c> on chain.</param>
    /// <exception cref="OverflowException">The amount is far beyond the supply of PHA.</exception>
    public static Pha FromLegacy(UInt128 picoPha) => new(checked((Int128)(picoPha * 1_000_000u)));

    /// <summary>The amount of the parachains (12 decimals) that <see cref="FromLegacy"/> makes it from.</summary>
    /// <exception cref="InvalidOperationException">The amount has more than 12 decimals.</exception>
    public BigInteger ToLegacy()
    {
        var (picoPha, rest) = Int128.DivRem(Units, UnitsPerLegacyUnit);
        return rest == 0
            ? picoPha
            : throw new InvalidOperationException($"{this} PHA has more than the 12 decimals of the parachains.");
    }

    /// <summary>An amount from a <c>uint256</c> with 18 decimals.</summary>
    /// <param name="wei">The amount in units of 10^-18.</param>
    /// <exception cref="OverflowException">The value does not fit a signed 128-bit integer.</exception>
    public static Pha FromWei(BigInteger wei) => new((Int128)wei);

    /// <summary>The amount as a <see cref="BigInteger"/> of units, the form that the database stores.</summary>
    public BigInteger ToBigInteger() => Units;

    /// <summary>The amount whose units are the given integer.</summary>
    /// <param name="units">Units of 10^-18.</param>
    /// <exception cref="OverflowException">The value does not fit.</exception>
    public static Pha FromBigInteger(BigInteger units) => new((Int128)units);

    /// <summary>The sum.</summary>
    public static Pha operator +(Pha left, Pha right) => new(checked(left.Units + right.Units));

    /// <summary>The difference.</summary>
    public static Pha operator -(Pha left, Pha right) => new(checked(left.Units - right.Units));

    /// <summary>The negated amount.</summary>
    public static Pha operator -(Pha value) => new(checked(-value.Units));

    /// <summary>Whether left is smaller.</summary>
    public static bool operator <(Pha left, Pha right) => left.Units < right.Units;

    /// <summary>Whether left is greater.</summary>
    public static bool operator >(Pha left, Pha right) => left.Units > right.Units;

    /// <summary>Whether left is smaller or equal.</summary>
    public static bool operator <=(Pha left, Pha right) => left.Units <= right.Units;

    /// <summary>Whether left is greater or equal.</summary>
    public static bool operator >=(Pha left, Pha right) => left.Units >= right.Units;

    /// <summary>Whether the amount is exactly zero.</summary>
    public bool IsZero => Units == 0;

    /// <inheritdoc />
    public int CompareTo(Pha other) => Units.CompareTo(other.Units);

    /// <summary>The amount in PHA as an exact decimal: up to 18 fraction digits, no exponent, no trailing zeros.</summary>
    public override string ToString()
    {
        var magnitude = UInt128.CreateChecked(BigInteger.Abs(Units));
        var (whole, fraction) = UInt128.DivRem(magnitude, (UInt128)UnitsPerPha);
        var sign = Units < 0 ? "-" : "";
        var digits = fraction.ToString(CultureInfo.InvariantCulture).PadLeft(18, '0').TrimEnd('0');
        return digits.Length == 0
            ? string.Create(CultureInfo.InvariantCulture, $"{sign}{whole}")
            : string.Create(CultureInfo.InvariantCulture, $"{sign}{whole}.{digits}");
    }
}
