using System.Buffers.Binary;
using System.Numerics;
using System.Text;
using Indexer.Domain;

namespace Indexer.Evm.Abi;

/// <summary>
/// Reads values from ABI-encoded bytes. Every byte may be used once: an encoding whose offsets overlap could otherwise
/// make a few bytes into any number of values.
/// </summary>
/// <param name="data">The encoding of a tuple of values.</param>
internal ref struct AbiReader(ReadOnlySpan<byte> data)
{
    private const int WordSize = 32;
    private readonly ReadOnlySpan<byte> data = data;
    private long unused = data.Length;

    /// <summary>Reads one component of a tuple or array.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="head">Where its head is.</param>
    /// <param name="origin">Where offsets count from.</param>
    /// <returns>
    /// <see cref="BigInteger"/>, <see cref="AccountId"/>, <see cref="bool"/>, byte[], string, or a list of these.
    /// </returns>
    public object Read(AbiType type, long head, long origin) =>
        type.IsDynamic ? ReadAt(type, origin + ReadSize(head, "offset")) : ReadAt(type, head);

    /// <summary>Reads the value of one word, as it is also found in a topic.</summary>
    public static object Word(AbiType type, ReadOnlySpan<byte> word) =>
        type.Kind switch
        {
            AbiKind.UInt => Unsigned(type, word),
            AbiKind.Int => Signed(type, word),
            AbiKind.Address => word[..12].IndexOfAnyExcept((byte)0) < 0
                ? new AccountId(word[12..])
                : throw new AbiException($"the upper 12 bytes of an address are not zero: {Hex.Of(word)}"),
            AbiKind.Bool => word[..31].IndexOfAnyExcept((byte)0) < 0 && word[31] <= 1
                ? word[31] == 1
                : throw new AbiException($"a bool is neither 0 nor 1: {Hex.Of(word)}"),
            AbiKind.FixedBytes => word[type.Size..].IndexOfAnyExcept((byte)0) < 0
                ? word[..type.Size].ToArray()
                : throw new AbiException($"the bytes behind a {type.Name} are not zero: {Hex.Of(word)}"),
            _ => throw new InvalidOperationException($"{type.Name} is not one word."),
        };

    private object ReadAt(AbiType type, long position)
    {
        switch (type.Kind)
        {
            case AbiKind.Bytes:
                return Blob(position).ToArray();
            case AbiKind.Text:
                // A contract may put any bytes into a string; what is not UTF-8 shows as U+FFFD.
                return Encoding.UTF8.GetString(Blob(position));
            case AbiKind.Array:
                return Elements(type.Parts[0].Type, ReadSize(position, "length"), position + WordSize);
            case AbiKind.FixedArray:
                return Elements(type.Parts[0].Type, type.Size, position);
            case AbiKind.Tuple:
                return Components(type, position);
            default:
                return Word(type, Take(position, WordSize));
        }
    }

    private List<object> Elements(AbiType element, long count, long origin)
    {
        if (count * element.HeadSize > data.Length - origin)
        {
            throw new AbiException($"{count} elements of {element.Name} do not fit into {data.Length} bytes");
        }

        var values = new List<object>((int)count);
        for (var i = 0; i < count; i++)
        {
            values.Add(Read(element, origin + (long)i * element.HeadSize, origin));
        }

        return values;
    }

    private List<object> Components(AbiType tuple, long origin)
    {
        var values = new List<object>(tuple.Parts.Count);
        var head = origin;
        foreach (var part in tuple.Parts)
        {
            values.Add(Read(part.Type, head, origin));
            head += part.Type.HeadSize;
        }

        return values;
    }

    private ReadOnlySpan<byte> Blob(long position) => Take(position + WordSize, ReadSize(position, "length"));

    /// <summary>Reads an offset or length; none can be greater than the data.</summary>
    private long ReadSize(long position, string what)
    {
        var word = Take(position, WordSize);
        var size = BinaryPrimitives.ReadUInt64BigEndian(word[24..]);
        return word[..24].IndexOfAnyExcept((byte)0) < 0 && size <= (ulong)data.Length
            ? (long)size
            : throw new AbiException($"the {what} {Hex.Of(word)} points outside of {data.Length} bytes");
    }

    private ReadOnlySpan<byte> Take(long position, long length)
    {
        if (position < 0 || length > data.Length - position)
        {
            throw new AbiException($"{length} bytes at {position} are outside of {data.Length} bytes");
        }

        unused -= length;
        return unused >= 0
            ? data.Slice((int)position, (int)length)
            : throw new AbiException($"the offsets in {data.Length} bytes overlap");
    }

    private static BigInteger Unsigned(AbiType type, ReadOnlySpan<byte> word)
    {
        var value = new BigInteger(word, isUnsigned: true, isBigEndian: true);
        return value.GetBitLength() <= type.Size ? value : throw OutOfRange(type, word);
    }

    private static BigInteger Signed(AbiType type, ReadOnlySpan<byte> word)
    {
        var value = new BigInteger(word, isUnsigned: false, isBigEndian: true);
        return value.GetBitLength() < type.Size ? value : throw OutOfRange(type, word);
    }

    private static AbiException OutOfRange(AbiType type, ReadOnlySpan<byte> word) =>
        new($"{Hex.Of(word)} is outside of the range of {type.Name}");
}
