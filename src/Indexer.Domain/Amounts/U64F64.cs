using System.Numerics;

namespace Indexer.Domain;

/// <summary>
/// The unsigned fixed-point number of the Phala pallets: 64 integer and 64 fraction bits. Every operation truncates
/// exactly as the runtime does, so that derived amounts equal the chain's to the last unit.
/// Source: phala-blockchain, pallets/phala/src/utils/balance_convert.rs (docs/chains/parachains.md, Fixed point).
/// </summary>
/// <param name="Bits">The value times 2^64.</param>
public readonly record struct U64F64(UInt128 Bits)
{
    private static readonly BigInteger LegacyUnitsPerPha = 1_000_000_000_000;

    /// <summary>
    /// <c>to_fixed</c>: an amount of 10^-12 PHA as PHA. Goes through U80F48, hence keeps 48 fraction bits.
    /// </summary>
    /// <param name="legacyUnits">Units of 10^-12 PHA.</param>
    /// <exception cref="OverflowException">The amount has more than 2^64 PHA.</exception>
    public static U64F64 FromLegacyUnits(BigInteger legacyUnits) =>
        new(checked((UInt128)(((legacyUnits << 48) / LegacyUnitsPerPha) << 16)));

    /// <summary><c>from_fixed</c>: PHA as units of 10^-12, rounded down after dropping the 16 lowest bits.</summary>
    public BigInteger ToLegacyUnits() => (((BigInteger)Bits >> 16) * LegacyUnitsPerPha) >> 48;

    /// <summary>The sum, exact.</summary>
    /// <exception cref="OverflowException">The sum has more than 64 integer bits.</exception>
    public static U64F64 operator +(U64F64 left, U64F64 right) => new(checked(left.Bits + right.Bits));

    /// <summary>The quotient, truncated to 2^-64.</summary>
    /// <exception cref="DivideByZeroException">The divisor is zero.</exception>
    /// <exception cref="OverflowException">The quotient has more than 64 integer bits.</exception>
    public static U64F64 operator /(U64F64 left, U64F64 right) =>
        new(checked((UInt128)(((BigInteger)left.Bits << 64) / right.Bits)));

    /// <summary>The product, truncated to 2^-64.</summary>
    /// <exception cref="OverflowException">The product has more than 64 integer bits.</exception>
    public static U64F64 operator *(U64F64 left, U64F64 right) =>
        new(checked((UInt128)(((BigInteger)left.Bits * right.Bits) >> 64)));
}
