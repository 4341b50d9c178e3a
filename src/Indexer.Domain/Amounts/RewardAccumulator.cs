using System.Numerics;

namespace Indexer.Domain;

/// <summary>
/// The accumulator by which stake pools of the first version part rewards: what one share earned since the pool began, as U64F64.
/// Balances become fixed point with all 64 bits of the fraction, unlike in the second version (<see cref="U64F64"/>), and every step is
/// cut off. Source: phala-blockchain pallets/phala/src/utils/accumulator.rs and balance_convert.rs, as of 2021 and 2022
/// (docs/chains/parachains.md, Stake pools of the first version).
/// </summary>
public static class RewardAccumulator
{
    private static readonly BigInteger LegacyUnitsPerPha = 1_000_000_000_000;

    /// <summary>The accumulator after a reward was spread over all shares of a pool.</summary>
    /// <param name="bits">The accumulator before.</param>
    /// <param name="reward">The reward.</param>
    /// <param name="totalShares">All shares of the pool, not none.</param>
    /// <exception cref="OverflowException">An amount has more than 2^64 units of 10^-12 PHA, which the chain's type cannot hold.</exception>
    public static BigInteger After(BigInteger bits, Pha reward, Pha totalShares) =>
        bits + ((Fixed(reward) << 64) / Fixed(totalShares));

    /// <summary>What an accumulator gives to some shares, rounded down to 10^-12 PHA.</summary>
    /// <param name="shares">The shares.</param>
    /// <param name="bits">The accumulator.</param>
    /// <exception cref="OverflowException">An amount has more than 2^64 units of 10^-12 PHA, which the chain's type cannot hold.</exception>
    public static Pha Earned(Pha shares, BigInteger bits) => FromBits((Fixed(shares) * bits) >> 64);

    /// <summary>An amount of PHA in U64F64, such as a payout, rounded down to 10^-12 PHA.</summary>
    /// <param name="bits">The bits.</param>
    public static Pha FromBits(BigInteger bits) => Pha.FromLegacy((UInt128)((bits * LegacyUnitsPerPha) >> 64));

    /// <summary>How far the index of a pool is ahead when its accumulator is: in PHA times 10^36.</summary>
    /// <param name="bits">The accumulator.</param>
    internal static BigInteger Index(BigInteger bits) => (bits * RewardIndex.Scale) >> 64;

    private static BigInteger Fixed(Pha amount)
    {
        var units = amount.ToLegacy();
        return units <= ulong.MaxValue
            ? (units << 64) / LegacyUnitsPerPha
            : throw new OverflowException($"{amount} PHA is more than a stake pool of the first version can hold.");
    }
}
