using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using Indexer.Simulator.Governance;

namespace Indexer.Simulator.Tests;

public sealed class ThresholdTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(3, 1)]
    [InlineData(4, 2)]
    [InlineData(99, 9)]
    [InlineData(100, 10)]
    public void A_root_is_cut(int value, int root) => Assert.Equal((UInt128)root, Thresholds.Root((UInt128)value));

    [Fact]
    public void The_greatest_number_has_a_root() =>
        Assert.Equal((UInt128)ulong.MaxValue, Thresholds.Root(UInt128.MaxValue));

    // A turnout of 100 of 10,000: sqrt 10 and 100. Approve: nays/10 < ayes/100. Against: nays/100 < ayes/10.
    [Theory]
    [InlineData(VoteThreshold.SuperMajorityApprove, 90, 9, false)]
    [InlineData(VoteThreshold.SuperMajorityApprove, 91, 9, true)]
    [InlineData(VoteThreshold.SuperMajorityApprove, 89, 9, false)]
    [InlineData(VoteThreshold.SuperMajorityApprove, 1, 0, true)]
    [InlineData(VoteThreshold.SuperMajorityApprove, 0, 0, false)]
    [InlineData(VoteThreshold.SuperMajorityAgainst, 9, 90, false)]
    [InlineData(VoteThreshold.SuperMajorityAgainst, 9, 89, true)]
    [InlineData(VoteThreshold.SuperMajorityAgainst, 9, 91, false)]
    [InlineData(VoteThreshold.SimpleMajority, 50, 50, false)]
    [InlineData(VoteThreshold.SimpleMajority, 51, 50, true)]
    [InlineData(VoteThreshold.SimpleMajority, 50, 51, false)]
    public void A_referendum_passes_only_beyond_its_threshold(
        VoteThreshold threshold,
        int ayes,
        int nays,
        bool passes
    ) => Assert.Equal(passes, Thresholds.IsApproved(threshold, new((UInt128)ayes, (UInt128)nays, 100), 10_000));

    [Theory]
    [InlineData(VoteThreshold.SuperMajorityApprove)]
    [InlineData(VoteThreshold.SuperMajorityAgainst)]
    [InlineData(VoteThreshold.SimpleMajority)]
    public void Nobody_votes_nothing_passes(VoteThreshold threshold) =>
        Assert.False(Thresholds.IsApproved(threshold, new(0, 0, 0), 1_000_000));

    [Fact]
    public void Quotients_are_compared_exactly() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<(ulong, ulong, ulong, ulong)>(),
                four =>
                {
                    var (a, b, c, d) = four;
                    var (left, right) = ((BigInteger)a * (d | 1), (BigInteger)c * (b | 1));
                    return Thresholds.IsLess((a, b | 1), (c, d | 1)) == left < right;
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Small_quotients_are_compared_exactly()
    {
        for (var number = 0; number < 12 * 12 * 12 * 12; number++)
        {
            var (a, b, c, d) = (number % 12, (number / 12 % 12) + 1, number / 144 % 12, (number / 1728) + 1);
            var less = Thresholds.IsLess(((UInt128)a, (UInt128)b), ((UInt128)c, (UInt128)d));
            Assert.True(less == a * d < c * b, $"{a}/{b} < {c}/{d}");
        }
    }
}
