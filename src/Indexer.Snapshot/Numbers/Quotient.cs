using System.Numerics;

namespace Indexer.Snapshot;

/// <summary>Division of integers to the nearest integer, a half to the even one.</summary>
public static class Quotient
{
    /// <summary>The nearest integer.</summary>
    /// <param name="numerator">The numerator.</param>
    /// <param name="denominator">The denominator; positive.</param>
    public static BigInteger Rounded(BigInteger numerator, BigInteger denominator)
    {
        var quotient = BigInteger.DivRem(numerator, denominator, out var rest);
        var half = (BigInteger.Abs(rest) * 2).CompareTo(denominator);
        return half > 0 || (half == 0 && !quotient.IsEven) ? quotient + numerator.Sign : quotient;
    }
}
