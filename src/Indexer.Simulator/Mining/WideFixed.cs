using System.Numerics;

namespace Indexer.Simulator.Mining;

/// <summary>
/// U64F64 with the first balance_convert: a balance is divided by 10^12 with all 64 bits of the fraction, the way back cuts off, and
/// so do products and quotients.
/// </summary>
internal static class WideFixed
{
    private static readonly BigInteger Pha = 1_000_000_000_000;

    public static BigInteger Of(UInt128 balance) => ((BigInteger)balance << 64) / Pha;

    public static UInt128 Balance(BigInteger bits) => (UInt128)((bits * Pha) >> 64);

    public static UInt128 Multiply(UInt128 balance, BigInteger factor) => Balance((Of(balance) * factor) >> 64);

    public static UInt128 Divide(UInt128 balance, BigInteger divisor) => Balance((Of(balance) << 64) / divisor);

    /// <summary>The quotient of two balances, null when there is nothing to divide by.</summary>
    public static BigInteger? Ratio(UInt128 dividend, UInt128 divisor) =>
        divisor == 0 ? null : (Of(dividend) << 64) / Of(divisor);
}
