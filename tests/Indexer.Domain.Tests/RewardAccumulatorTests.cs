using System.Globalization;
using System.Numerics;

namespace Indexer.Domain.Tests;

/// <summary>The accumulator of stake pools of the first version against what real runtimes of Khala stored.</summary>
public sealed class RewardAccumulatorTests
{
    /// <summary>Khala, block 2,761,100, pool 3188: one delegator with all 1,200 PHA of shares.</summary>
    [Fact]
    public void What_waits_for_a_delegator_is_cut_off_at_the_chains_last_digit()
    {
        var bits = BigInteger.Parse("010fcdb64fd61db90", NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        var given = RewardAccumulator.Earned(Legacy(1_200_000_000_000_000), bits);
        Assert.Equal("79.629950129363", given.ToString());
        Assert.Equal("14.791725556911", (given - Legacy(64_838_224_572_452)).ToString());
    }

    /// <summary>
    /// A runtime of spec 1180: 10.80000000001 PHA for shares of 9,000.000000000008, which have no exact fixed point, then the debts
    /// that it stored of 5,000.000000000005 and 4,000.000000000003 of them.
    /// </summary>
    [Fact]
    public void A_reward_is_spread_in_the_chains_steps()
    {
        var bits = RewardAccumulator.After(0, Legacy(10_800_000_000_010), Legacy(9_000_000_000_000_008));
        Assert.Equal(BigInteger.Parse("04ea4a8c1551982", NumberStyles.HexNumber, CultureInfo.InvariantCulture), bits);
        Assert.Equal(Legacy(6_000_000_000_005), RewardAccumulator.Earned(Legacy(5_000_000_000_000_005), bits));
        Assert.Equal(Legacy(4_800_000_000_004), RewardAccumulator.Earned(Legacy(4_000_000_000_000_003), bits));
    }

    /// <summary>A payout that a gatekeeper settled on spec 1180, whose parts the event RewardReceived stated then.</summary>
    [Fact]
    public void A_payout_is_cut_off_at_the_chains_last_digit() =>
        Assert.Equal(
            Legacy(1_200_000_000_001 + 10_800_000_000_010),
            RewardAccumulator.FromBits(BigInteger.Parse("221360928884735980320", CultureInfo.InvariantCulture))
        );

    [Fact]
    public void More_than_the_chains_type_can_hold_is_an_error() =>
        Assert.Throws<OverflowException>(() => RewardAccumulator.Earned(Legacy((UInt128)ulong.MaxValue + 1), 1));

    private static Pha Legacy(UInt128 units) => Pha.FromLegacy(units);
}
