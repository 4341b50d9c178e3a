using System.Numerics;
using System.Text;

namespace Indexer.Substrate.Tests;

/// <summary>Writes SCALE, for tests only and without a look at the reader.</summary>
internal sealed class ScaleWriter
{
    private readonly List<byte> bytes = [];

    public byte[] ToArray() => [.. bytes];

    public ScaleWriter Raw(ReadOnlySpan<byte> data)
    {
        bytes.AddRange(data);
        return this;
    }

    public ScaleWriter U8(int value) => Raw([(byte)value]);

    public ScaleWriter U32(uint value) => Integer(value, 4);

    public ScaleWriter U64(ulong value) => Integer(value, 8);

    public ScaleWriter U128(UInt128 value) => Integer(value, 16);

    public ScaleWriter Integer(BigInteger value, int width)
    {
        var unsigned = value.Sign < 0 ? value + (BigInteger.One << (8 * width)) : value;
        for (var i = 0; i < width; i++)
        {
            bytes.Add((byte)(unsigned & 255));
            unsigned >>= 8;
        }

        return this;
    }

    public ScaleWriter Compact(BigInteger value)
    {
        if (value < 64)
        {
            return U8((int)value << 2);
        }

        if (value < 1 << 14)
        {
            return Integer((value << 2) | 1, 2);
        }

        if (value < 1 << 30)
        {
            return Integer((value << 2) | 2, 4);
        }

        var width = Math.Max(4, value.GetByteCount(isUnsigned: true));
        return U8(((width - 4) << 2) | 3).Integer(value, width);
    }

    public ScaleWriter Bytes(ReadOnlySpan<byte> data) => Compact(data.Length).Raw(data);

    public ScaleWriter Text(string text) => Bytes(Encoding.UTF8.GetBytes(text));

    public ScaleWriter Vec<T>(IReadOnlyCollection<T> items, Action<ScaleWriter, T> write)
    {
        Compact(items.Count);
        foreach (var item in items)
        {
            write(this, item);
        }

        return this;
    }

    public ScaleWriter Option<T>(T? value, Action<ScaleWriter, T> write)
        where T : class
    {
        U8(value is null ? 0 : 1);
        if (value is not null)
        {
            write(this, value);
        }

        return this;
    }
}
