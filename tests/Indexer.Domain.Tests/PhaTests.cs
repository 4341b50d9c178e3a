using System.Globalization;
using System.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace Indexer.Domain.Tests;

public sealed class PhaTests
{
    [Theory]
    [InlineData("0", "0")]
    [InlineData("1", "0.000000000000000001")]
    [InlineData("1234500000000000000000", "1234.5")]
    [InlineData("-1", "-0.000000000000000001")]
    [InlineData("-2500000000000000000", "-2.5")]
    [InlineData("1000000000000000000000000000", "1000000000")]
    [InlineData("170141183460469231731687303715884105727", "170141183460469231731.687303715884105727")]
    [InlineData("-170141183460469231731687303715884105728", "-170141183460469231731.687303715884105728")]
    public void An_amount_is_written_exactly(string units, string text) =>
        Assert.Equal(text, Pha.FromBigInteger(BigInteger.Parse(units, CultureInfo.InvariantCulture)).ToString());

    [Fact]
    public void A_written_amount_has_the_same_value() =>
        Prop.ForAll<long, long>(
                (high, low) =>
                {
                    var units = ((BigInteger)high << 40) + low;
                    var text = Pha.FromBigInteger(units).ToString();
                    var parts = text.TrimStart('-').Split('.');
                    var fraction = (parts.Length == 2 ? parts[1] : "").PadRight(18, '0');
                    var magnitude = BigInteger.Parse(parts[0] + fraction, CultureInfo.InvariantCulture);
                    return units == (text.StartsWith('-') ? -magnitude : magnitude);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_legacy_amount_is_a_million_units_per_pico()
    {
        Assert.Equal(new Pha(1_000_000), Pha.FromLegacy(1));
        Assert.Equal("1", Pha.FromLegacy(1_000_000_000_000).ToString());
    }

    [Fact]
    public void Amounts_beyond_128_bits_are_refused_not_wrapped()
    {
        Assert.Throws<OverflowException>(() => Pha.FromLegacy(UInt128.MaxValue));
        Assert.Throws<OverflowException>(() => Pha.FromWei(BigInteger.One << 127));
        Assert.Throws<OverflowException>(() => new Pha(Int128.MaxValue) + new Pha(1));
        Assert.Throws<OverflowException>(() => new Pha(Int128.MinValue) - new Pha(1));
        Assert.Throws<OverflowException>(() => -new Pha(Int128.MinValue));
    }
}
