using System.Buffers.Binary;
using System.Text;

namespace Indexer.Simulator.Scale;

/// <summary>Writes SCALE: little-endian integers, compact lengths, concatenation.</summary>
internal sealed class ScaleWriter
{
    private readonly List<byte> _bytes = [];

    public byte[] ToArray() => [.. _bytes];

    public ScaleWriter Byte(byte value)
    {
        _bytes.Add(value);
        return this;
    }

    public ScaleWriter Raw(ReadOnlySpan<byte> bytes)
    {
        _bytes.AddRange(bytes);
        return this;
    }

    public ScaleWriter Integer(UInt128 value, int size)
    {
        Span<byte> buffer = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128LittleEndian(buffer, value);
        return Raw(buffer[..size]);
    }

    public ScaleWriter Compact(UInt128 value)
    {
        if (value < 1u << 6)
        {
            return Integer(value << 2, 1);
        }
        if (value < 1u << 14)
        {
            return Integer((value << 2) | 1, 2);
        }
        if (value < 1u << 30)
        {
            return Integer((value << 2) | 2, 4);
        }
        var size = 4;
        while (size < 16 && value >> (8 * size) != 0)
        {
            size++;
        }
        return Byte((byte)(((size - 4) << 2) | 3)).Integer(value, size);
    }

    public ScaleWriter Bytes(ReadOnlySpan<byte> bytes) => Compact((UInt128)bytes.Length).Raw(bytes);

    public ScaleWriter Text(string text) => Bytes(Encoding.UTF8.GetBytes(text));

    public ScaleWriter Texts(IReadOnlyCollection<string> texts) => Many(texts, (writer, text) => writer.Text(text));

    public ScaleWriter Many<T>(IReadOnlyCollection<T> items, Action<ScaleWriter, T> write)
    {
        Compact((UInt128)items.Count);
        foreach (var item in items)
        {
            write(this, item);
        }
        return this;
    }

    public ScaleWriter Option<T>(T? value, Action<ScaleWriter, T> write)
        where T : class
    {
        Byte(value is null ? (byte)0 : (byte)1);
        if (value is not null)
        {
            write(this, value);
        }
        return this;
    }
}
