using System.Numerics;

namespace Indexer.Simulator.Staking;

/// <summary>
/// U64F64 as bits in a u128, with the steps of the pallets' balance_convert: a balance is divided by 10^12 in U80F48
/// (48 fraction bits) and only then widened; the way back drops the 16 low bits; multiplication and division truncate.
/// </summary>
internal readonly record struct FixedPoint(UInt128 Bits)
{
    private static readonly UInt128 Pha = 1_000_000_000_000;

    public bool IsZero => Bits == 0;

    public static FixedPoint FromBalance(UInt128 balance) => new(checked(balance << 48) / Pha << 16);

    public UInt128 ToBalance() => checked((Bits >> 16) * Pha) >> 48;

    /// <summary>The quotient, or null when the divisor is zero (checked_div).</summary>
    public static FixedPoint? Divide(FixedPoint left, FixedPoint right) =>
        right.IsZero ? null : new(checked((UInt128)(((BigInteger)left.Bits << 64) / right.Bits)));

    public static FixedPoint Multiply(FixedPoint left, FixedPoint right) =>
        new(checked((UInt128)(((BigInteger)left.Bits * right.Bits) >> 64)));

    /// <summary><c>mul(balance, factor)</c> of balance_convert.</summary>
    public static UInt128 Multiply(UInt128 balance, FixedPoint factor) =>
        Multiply(FromBalance(balance), factor).ToBalance();

    /// <summary><c>div(balance, divisor)</c> of balance_convert; the divisor must not be zero.</summary>
    public static UInt128 Divide(UInt128 balance, FixedPoint divisor) =>
        Divide(FromBalance(balance), divisor)!.Value.ToBalance();
}
