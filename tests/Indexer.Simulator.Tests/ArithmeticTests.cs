using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using Indexer.Simulator.Mining;
using Indexer.Simulator.Staking;

namespace Indexer.Simulator.Tests;

public sealed class ArithmeticTests
{
    private static readonly BigInteger Pha = 1_000_000_000_000;

    [Fact]
    public void The_whole_supply_survives_the_way_through_fixed_point() =>
        Assert.Equal(
            (UInt128)1_000_000_000 * 1_000_000_000_000,
            FixedPoint.FromBalance((UInt128)1_000_000_000 * 1_000_000_000_000).ToBalance()
        );

    [Fact]
    public void A_price_is_cut_at_48_fraction_bits_on_the_way_in()
    {
        // 1/10^12 in U80F48 is 281 (281.47...) of 2^48, widened by 16 bits; back it is 0.998... of a unit, cut to zero.
        Assert.Equal((UInt128)281 << 16, FixedPoint.FromBalance(1).Bits);
        Assert.Equal(UInt128.Zero, FixedPoint.FromBalance(1).ToBalance());
    }

    /// <summary>What a runtime of spec 1180 stored: shares of odd amounts, an accumulator, debts.</summary>
    [Fact]
    public void The_first_fixed_point_is_that_of_a_recorded_runtime()
    {
        UInt128 all = 5_000_000_000_000_005;
        Assert.Equal(
            (UInt128)4_000_000_000_000_003,
            WideFixed.Divide(4_000_000_000_000_004, WideFixed.Ratio(all, all)!.Value)
        );
        var accumulator = WideFixed.Ratio(10_800_000_000_010, 9_000_000_000_000_008)!.Value;
        Assert.Equal(0x4ea4a8c1551982, (long)accumulator);
        Assert.Equal((UInt128)6_000_000_000_005, WideFixed.Multiply(all, accumulator));
        Assert.Equal((UInt128)12_000_000_000_011, WideFixed.Balance(BigInteger.Parse("221360928884735980320")));
        Assert.Null(WideFixed.Ratio(1, 0));
    }

    [Fact]
    public void A_division_by_no_shares_has_no_price() => Assert.Null(SharePrice.Of(5_000, 0));

    [Theory]
    [InlineData(0, 1_000_000, 0)]
    [InlineData(100_000, 15, 1)]
    [InlineData(100_000, 16, 2)]
    [InlineData(500_000, 1, 0)]
    [InlineData(500_000, 3, 1)]
    [InlineData(1_000_000, 987_654_321, 987_654_321)]
    public void A_permill_rounds_to_the_nearest_and_a_half_down(int parts, long balance, long expected) =>
        Assert.Equal((UInt128)expected, Permill.Of((uint)parts, (UInt128)balance));

    [Fact]
    public void Multiplying_by_a_price_never_gives_more_than_the_exact_product_and_hardly_less() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<ulong>(),
                ArbMap.Default.ArbFor<ulong>(),
                ArbMap.Default.ArbFor<ulong>(),
                (amount, value, shares) =>
                {
                    var divisor = (shares % 1_000_000_000_000_000_000) + 1_000_000;
                    var price = SharePrice.Of(value % 1_000_000_000_000_000_000, divisor)!.Value;
                    var balance = amount % 1_000_000_000_000_000_000;
                    var got = (BigInteger)FixedPoint.Multiply(balance, price);
                    // Each cut loses at most 2^-48 of a PHA; the inputs are cut before they are multiplied.
                    var exact = (BigInteger)balance * price.Bits >> 64;
                    var slack = ((BigInteger)price.Bits * Pha >> (64 + 48)) + 2;
                    return got <= exact && exact - got <= slack;
                }
            )
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(1000, 0, 1000)]
    [InlineData(1001, 1001, 0)]
    public void Up_to_a_thousand_units_are_dust(int amount, int kept, int lost) =>
        Assert.Equal(((UInt128)kept, (UInt128)lost), Dust.Extract((UInt128)amount));
}
