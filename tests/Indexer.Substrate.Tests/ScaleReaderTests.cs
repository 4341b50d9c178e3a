using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using Indexer.Substrate.Scale;

namespace Indexer.Substrate.Tests;

public sealed class ScaleReaderTests
{
    private static readonly Gen<BigInteger> Integers =
        from width in Gen.Choose(0, 32)
        from bytes in Gen.Choose(0, 255).Select(value => (byte)value).ArrayOf(width)
        select new BigInteger(bytes, isUnsigned: true);

    [Fact]
    public void Compact_integers_of_up_to_256_bits_come_back() =>
        Prop.ForAll(
                Integers.ToArbitrary(),
                value =>
                {
                    var reader = new ScaleReader(new ScaleWriter().Compact(value).ToArray());
                    return reader.Compact().Value == value && reader.Remaining == 0;
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Fixed_integers_come_back() =>
        Prop.ForAll(
                Integers.ToArbitrary(),
                value =>
                {
                    var data = new ScaleWriter().Integer(value, 32).ToArray();
                    var reader = new ScaleReader(data);
                    var whole = reader.U256().Value == value;
                    reader = new ScaleReader(data);
                    var parts = (BigInteger)reader.U8();
                    parts |= (BigInteger)reader.U8() << 8;
                    parts |= (BigInteger)reader.U16() << 16;
                    parts |= (BigInteger)reader.U32() << 32;
                    parts |= (BigInteger)reader.U64() << 64;
                    parts |= (BigInteger)reader.U128() << 128;
                    return whole && parts == value;
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Text_bytes_and_sequences_come_back() =>
        Prop.ForAll<string[], byte[]>(
                (texts, bytes) =>
                {
                    var clean = texts
                        .Select(text => new string([.. (text ?? "").Where(c => !char.IsSurrogate(c))]))
                        .ToArray();
                    var data = new ScaleWriter().Vec(clean, (w, text) => w.Text(text)).Bytes(bytes).U8(1).ToArray();
                    var reader = new ScaleReader(data);
                    return reader.Vec(static (ref ScaleReader r) => r.Text()).SequenceEqual(clean)
                        && reader.Bytes().SequenceEqual(bytes)
                        && reader.Bool()
                        && reader.Offset == data.Length;
                }
            )
            .QuickCheckThrowOnFailure();

    /// <summary>The examples of the SCALE specification (docs.substrate.io).</summary>
    [Theory]
    [InlineData("00", "0")]
    [InlineData("04", "1")]
    [InlineData("a8", "42")]
    [InlineData("1501", "69")]
    [InlineData("feff0300", "65535")]
    [InlineData("0b00407a10f35a", "100000000000000")]
    [InlineData("13ffffffffffffffff", "18446744073709551615")]
    public void Compact_integers_are_those_of_the_specification(string hex, string value)
    {
        var reader = new ScaleReader(Convert.FromHexString(hex));
        Assert.Equal(BigInteger.Parse(value), reader.Compact().Value);
        reader = new ScaleReader(Convert.FromHexString(hex));
        Assert.Equal(ulong.Parse(value), reader.CompactU64());
    }

    [Theory]
    [InlineData("", "u32", "4 bytes are needed", 0)]
    [InlineData("010203", "u32", "4 bytes are needed", 0)]
    public void A_short_read_names_what_where_and_what_is_left(string hex, string what, string problem, int offset)
    {
        var exception = Assert.Throws<ScaleException>(() => new ScaleReader(Convert.FromHexString(hex)).U32());
        Assert.Equal(
            $"reading {what} at offset {offset}: {problem}, {hex.Length / 2} of {hex.Length / 2} bytes are left",
            exception.Message
        );
    }

    [Fact]
    public void A_sequence_longer_than_the_bytes_left_is_refused_before_anything_is_allocated()
    {
        var data = new ScaleWriter().Compact(int.MaxValue).U8(1).ToArray();
        var exception = Assert.Throws<ScaleException>(() =>
            new ScaleReader(data).Vec(static (ref ScaleReader r) => r.U8(), "names")
        );
        Assert.Contains("names", exception.Message);
        Assert.Contains("2147483647 elements", exception.Message);
        Assert.Throws<ScaleException>(() => new ScaleReader(data).Bytes());
        Assert.Throws<ScaleException>(() => new ScaleReader(data).Count(4));
    }

    [Fact]
    public void Values_out_of_range_are_refused()
    {
        Assert.Contains("neither 0 nor 1", Assert.Throws<ScaleException>(() => new ScaleReader([2]).Bool()).Message);
        Assert.Contains("UTF-8", Assert.Throws<ScaleException>(() => new ScaleReader([8, 0xc3, 0x28]).Text()).Message);
        var tooBig = new ScaleWriter().Compact(BigInteger.One << 64).ToArray();
        Assert.Contains(
            "9 bytes, the type 8",
            Assert.Throws<ScaleException>(() => new ScaleReader(tooBig).CompactU64()).Message
        );
        var hugest = new ScaleWriter().Compact(BigInteger.One << 300).ToArray();
        Assert.Throws<ScaleException>(() => new ScaleReader(hugest).Compact());
        Assert.Contains("end here", Assert.Throws<ScaleException>(() => new ScaleReader([1]).End("the list")).Message);
    }
}
