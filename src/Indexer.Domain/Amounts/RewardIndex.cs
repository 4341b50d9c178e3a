using System.Numerics;

namespace Indexer.Domain;

/// <summary>
/// The cumulative reward of one share of a pool since the pool's first reward, in PHA times 10^36. A position remembers
/// the index at its last change, and what it earned since is its shares times the difference: exact, and independent of
/// how many rewards lie between. Integer division loses less than one unit of 10^-18 PHA per stretch.
/// </summary>
public static class RewardIndex
{
    /// <summary>What one PHA of reward per share adds to the index: 10^36.</summary>
    public static readonly BigInteger Scale = BigInteger.Pow(10, 36);

    /// <summary>The index after a reward was spread over all shares of a pool.</summary>
    /// <param name="index">The index before.</param>
    /// <param name="amount">The reward; negative when holders pay, as with a vault's commission.</param>
    /// <param name="totalShares">All shares of the pool at that moment; with none, nobody earns and the index stays.</param>
    public static BigInteger After(BigInteger index, Pha amount, Pha totalShares) =>
        totalShares.IsZero ? index : index + FloorDivide(amount.ToBigInteger() * Scale, totalShares.ToBigInteger());

    /// <summary>What a constant number of shares earned between two values of the index, rounded down.</summary>
    /// <param name="shares">Shares of the position, queued ones included: they earn until they are paid.</param>
    /// <param name="from">The index at the position's last change.</param>
    /// <param name="to">The index now.</param>
    public static Pha Earned(Pha shares, BigInteger from, BigInteger to) =>
        Pha.FromBigInteger(FloorDivide(shares.ToBigInteger() * (to - from), Scale));

    private static BigInteger FloorDivide(BigInteger dividend, BigInteger divisor)
    {
        var quotient = BigInteger.DivRem(dividend, divisor, out var remainder);
        return remainder.Sign < 0 ? quotient - 1 : quotient;
    }
}
