namespace Indexer.Evm.Abi;

/// <summary>A type of the contract ABI.</summary>
/// <remarks>https://docs.soliditylang.org/en/latest/abi-spec.html</remarks>
public sealed class AbiType
{
    /// <summary>Largest static size in bytes that is accepted; far beyond what fits a transaction.</summary>
    internal const int MaxHeadSize = 1 << 20;

    private AbiType(
        AbiKind kind,
        int size,
        IReadOnlyList<AbiParameter> parts,
        string name,
        bool isDynamic,
        long headSize
    )
    {
        if (headSize > MaxHeadSize)
        {
            throw new AbiException($"the type {name} is larger than {MaxHeadSize} bytes");
        }

        (Kind, Size, Parts, Name, IsDynamic, HeadSize) = (kind, size, parts, name, isDynamic, (int)headSize);
    }

    /// <summary>Which kind of type it is.</summary>
    public AbiKind Kind { get; }

    /// <summary>Bits of an integer, bytes of <c>bytesN</c>, elements of <c>T[k]</c>; else 0.</summary>
    public int Size { get; }

    /// <summary>The components of a tuple; the one element type of an array; else empty.</summary>
    public IReadOnlyList<AbiParameter> Parts { get; }

    /// <summary>The canonical name, of which signatures are hashed: <c>uint256</c>, <c>(address,bytes)[2]</c>.</summary>
    public string Name { get; }

    /// <summary>Whether the encoding's length depends on the value, so that the head holds an offset.</summary>
    public bool IsDynamic { get; }

    /// <summary>Bytes in the head: 32 for dynamic types, else the whole encoding.</summary>
    public int HeadSize { get; }

    /// <summary>Whether an indexed value of this type is stored as its hash.</summary>
    public bool IsHashedWhenIndexed => Kind >= AbiKind.Bytes;

    /// <inheritdoc />
    public override string ToString() => Name;

    internal static AbiType Word(AbiKind kind, int size, string name) => new(kind, size, [], name, false, 32);

    internal static AbiType Blob(AbiKind kind, string name) => new(kind, 0, [], name, true, 32);

    internal static AbiType ArrayOf(AbiType element) =>
        new(AbiKind.Array, 0, [new AbiParameter("", element, false)], element.Name + "[]", true, 32);

    internal static AbiType ArrayOf(AbiType element, int count) =>
        new(
            AbiKind.FixedArray,
            count,
            [new AbiParameter("", element, false)],
            $"{element.Name}[{count}]",
            element.IsDynamic,
            element.IsDynamic ? 32 : (long)count * element.HeadSize
        );

    internal static AbiType TupleOf(IReadOnlyList<AbiParameter> parts)
    {
        var isDynamic = parts.Any(part => part.Type.IsDynamic);
        var name = $"({string.Join(',', parts.Select(part => part.Type.Name))})";
        return new(
            AbiKind.Tuple,
            0,
            parts,
            name,
            isDynamic,
            isDynamic ? 32 : parts.Sum(part => (long)part.Type.HeadSize)
        );
    }
}
