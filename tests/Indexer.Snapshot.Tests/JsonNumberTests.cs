using System.Globalization;
using System.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace Indexer.Snapshot.Tests;

/// <summary>Numbers of tokens as text become units exactly.</summary>
public sealed class JsonNumberTests
{
    [Theory]
    [InlineData("0", "0")]
    [InlineData("-0", "0")]
    [InlineData("0.0", "0")]
    [InlineData("1", "1000000000000000000")]
    [InlineData("1.5", "1500000000000000000")]
    [InlineData("0.1", "100000000000000000")]
    [InlineData("1e18", "1000000000000000000000000000000000000")]
    [InlineData("1E+2", "100000000000000000000")]
    [InlineData("12.5e-3", "12500000000000000")]
    [InlineData("1e-18", "1")]
    [InlineData("1e-19", "0")]
    [InlineData("5e-19", "0")]
    [InlineData("15e-19", "2")]
    [InlineData("25e-19", "2")]
    [InlineData("2.5000000000000000000000000000000000000000001e-18", "3")]
    [InlineData("-15e-19", "-2")]
    [InlineData("-25e-19", "-2")]
    [InlineData("5e-324", "0")]
    [InlineData("0.30000000000000004", "300000000000000040")]
    [InlineData("9007199254740993", "9007199254740993000000000000000000")]
    [InlineData("123456789.1234567890123456789", "123456789123456789012345679")]
    [InlineData("0.0000000000000000005000000000000000000000000000000000000001", "1")]
    public void A_number_of_tokens_becomes_its_units(string text, string units) =>
        Assert.Equal(BigInteger.Parse(units), JsonNumber.Find(text)!.Value.ToPha().ToBigInteger());

    [Theory]
    [InlineData("1e400000")]
    [InlineData("1e-99999999999999999999")]
    [InlineData("1e1101")]
    public void A_number_that_no_floating_point_number_is_is_none(string text) => Assert.Null(JsonNumber.Find(text));

    [Fact]
    public void A_number_of_endless_digits_is_none() => Assert.Null(JsonNumber.Find(new string('9', 5_000)));

    [Theory]
    [InlineData("1e21")]
    [InlineData("1.7976931348623157e308")]
    public void A_number_beyond_any_supply_is_no_amount(string text) =>
        Assert.Throws<OverflowException>(() => JsonNumber.Find(text)!.Value.ToPha());

    [Fact]
    public void What_a_decimal_holds_is_what_a_decimal_says() =>
        Check.QuickThrowOnFailure(
            Prop.ForAll<int, byte>(
                (digits, scale) =>
                {
                    var value = new decimal(digits & int.MaxValue, 0, 0, digits < 0, (byte)(scale % 19));
                    var text = value.ToString(CultureInfo.InvariantCulture);
                    var units = (BigInteger)(value * 1_000_000_000_000_000_000m);
                    return JsonNumber.Find(text)!.Value.ToUnits(18) == units;
                }
            )
        );
}
