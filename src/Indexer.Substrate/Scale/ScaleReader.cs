using System.Buffers.Binary;
using System.Text;

namespace Indexer.Substrate.Scale;

/// <summary>
/// Reads SCALE (Substrate's little-endian, self-delimiting encoding) from bytes that may be anything: each read is
/// checked against the bytes left, and no read allocates more than a small multiple of them.
/// </summary>
/// <param name="data">The encoded bytes; not copied.</param>
public ref struct ScaleReader(ReadOnlySpan<byte> data)
{
    private static readonly UTF8Encoding StrictUtf8 = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    private readonly ReadOnlySpan<byte> data = data;

    /// <summary>Bytes read so far.</summary>
    public int Offset { get; private set; }

    /// <summary>Bytes not read yet.</summary>
    public readonly int Remaining => data.Length - Offset;

    /// <summary>Takes bytes as they are.</summary>
    /// <param name="count">How many; more than are left is an error.</param>
    /// <param name="what">The thing being read, for the error.</param>
    /// <exception cref="ScaleException">Fewer bytes are left.</exception>
    public ReadOnlySpan<byte> Take(long count, string what = "bytes")
    {
        if (count > Remaining)
        {
            throw Error(what, $"{count} bytes are needed");
        }

        var taken = data.Slice(Offset, (int)count);
        Offset += (int)count;
        return taken;
    }

    /// <summary>Reads one byte.</summary>
    /// <exception cref="ScaleException">No byte is left.</exception>
    public byte U8(string what = "u8") => Take(1, what)[0];

    /// <summary>Reads two bytes.</summary>
    /// <exception cref="ScaleException">Fewer bytes are left.</exception>
    public ushort U16(string what = "u16") => BinaryPrimitives.ReadUInt16LittleEndian(Take(2, what));

    /// <summary>Reads four bytes.</summary>
    /// <exception cref="ScaleException">Fewer bytes are left.</exception>
    public uint U32(string what = "u32") => BinaryPrimitives.ReadUInt32LittleEndian(Take(4, what));

    /// <summary>Reads eight bytes.</summary>
    /// <exception cref="ScaleException">Fewer bytes are left.</exception>
    public ulong U64(string what = "u64") => BinaryPrimitives.ReadUInt64LittleEndian(Take(8, what));

    /// <summary>Reads sixteen bytes.</summary>
    /// <exception cref="ScaleException">Fewer bytes are left.</exception>
    public UInt128 U128(string what = "u128") => BinaryPrimitives.ReadUInt128LittleEndian(Take(16, what));

    /// <summary>Reads 32 bytes as an unsigned integer.</summary>
    /// <exception cref="ScaleException">Fewer bytes are left.</exception>
    public ScaleInteger U256(string what = "u256") => ScaleInteger.FromLittleEndian(Take(32, what), isSigned: false);

    /// <summary>Reads one byte that is 0 or 1.</summary>
    /// <exception cref="ScaleException">No byte is left, or it is neither.</exception>
    public bool Bool(string what = "bool") =>
        U8(what) switch
        {
            0 => false,
            1 => true,
            var other => throw Error(what, $"the byte {other} is neither 0 nor 1"),
        };

    /// <summary>Reads a compact integer of at most 64 bits.</summary>
    /// <exception cref="ScaleException">Fewer bytes are left, or the value is greater.</exception>
    public ulong CompactU64(string what = "compact u64")
    {
        var first = U8(what);
        switch (first & 3)
        {
            case 0:
                return (ulong)first >> 2;
            case 1:
                return (ulong)(first | (U8(what) << 8)) >> 2;
            case 2:
                var rest = Take(3, what);
                return (uint)(first | (rest[0] << 8) | (rest[1] << 16) | (rest[2] << 24)) >> 2;
            default:
                Span<byte> bytes = stackalloc byte[8];
                ReadBigCompact(first, bytes, what);
                return BinaryPrimitives.ReadUInt64LittleEndian(bytes);
        }
    }

    /// <summary>Reads a compact integer of at most 256 bits.</summary>
    /// <exception cref="ScaleException">Fewer bytes are left, or the value is greater.</exception>
    public ScaleInteger Compact(string what = "compact integer")
    {
        if (Remaining == 0 || (data[Offset] & 3) != 3)
        {
            return new ScaleInteger(CompactU64(what));
        }

        Span<byte> bytes = stackalloc byte[32];
        ReadBigCompact(U8(what), bytes, what);
        return ScaleInteger.FromLittleEndian(bytes, isSigned: false);
    }

    /// <summary>Reads the number of elements that precedes a sequence.</summary>
    /// <param name="minElementSize">The fewest bytes that one element takes; what cannot fit is refused at once.</param>
    /// <param name="what">The thing being read, for the error.</param>
    /// <exception cref="ScaleException">The count is cut short or more than the bytes left can hold.</exception>
    public int Count(int minElementSize = 1, string what = "sequence")
    {
        var count = CompactU64(what);
        if (count > int.MaxValue || (long)count * minElementSize > Remaining)
        {
            throw Error(what, $"{count} elements of at least {minElementSize} bytes each are announced");
        }

        return (int)count;
    }

    /// <summary>Reads a byte sequence with its length before it.</summary>
    /// <exception cref="ScaleException">It is longer than the bytes left.</exception>
    public ReadOnlySpan<byte> Bytes(string what = "bytes") => Take(Count(1, what), what);

    /// <summary>Reads UTF-8 text with its length in bytes before it.</summary>
    /// <exception cref="ScaleException">It is longer than the bytes left, or is not UTF-8.</exception>
    public string Text(string what = "text")
    {
        var bytes = Bytes(what);
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            throw Error(what, $"the {bytes.Length} bytes before are not UTF-8");
        }
    }

    /// <summary>Reads one element, of which an instance method or lambda knows how to read one.</summary>
    /// <param name="reader">The reader, moved past the element.</param>
    public delegate T ElementReader<out T>(ref ScaleReader reader);

    /// <summary>Reads a sequence with its count before it.</summary>
    /// <param name="element">Reads one element; takes at least one byte.</param>
    /// <param name="what">The thing being read, for the error.</param>
    /// <exception cref="ScaleException">The sequence or an element is cut short.</exception>
    public T[] Vec<T>(ElementReader<T> element, string what = "sequence")
    {
        var items = new T[Count(1, what)];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = element(ref this);
        }

        return items;
    }

    /// <summary>Demands that all bytes have been read.</summary>
    /// <param name="what">The thing that should end here, for the error.</param>
    /// <exception cref="ScaleException">Bytes are left over.</exception>
    public readonly void End(string what)
    {
        if (Remaining > 0)
        {
            throw Error(what, "it should end here");
        }
    }

    /// <summary>The exception for a value that cannot be at this place.</summary>
    /// <param name="what">The thing being read.</param>
    /// <param name="problem">What is wrong with it.</param>
    public readonly ScaleException Error(string what, string problem) =>
        new($"reading {what} at offset {Offset}: {problem}, {Remaining} of {data.Length} bytes are left");

    private void ReadBigCompact(byte first, scoped Span<byte> littleEndian, string what)
    {
        var bytes = Take((first >> 2) + 4, what);
        var significant = bytes.TrimEnd((byte)0);
        if (significant.Length > littleEndian.Length)
        {
            throw Error(
                what,
                $"the compact value before has {significant.Length} bytes, the type {littleEndian.Length}"
            );
        }

        littleEndian.Clear();
        significant.CopyTo(littleEndian);
    }
}
