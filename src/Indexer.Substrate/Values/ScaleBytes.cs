using Indexer.Domain;

namespace Indexer.Substrate;

/// <summary>Bytes: an array or a sequence of <c>u8</c>, as of hashes, account ids and remarks.</summary>
public sealed class ScaleBytes : ScaleValue
{
    private readonly byte[] bytes;

    /// <summary>A value of the given bytes, copied.</summary>
    public ScaleBytes(ReadOnlySpan<byte> bytes) => this.bytes = bytes.ToArray();

    /// <summary>The bytes.</summary>
    public ReadOnlySpan<byte> Value => bytes;

    /// <summary>Lower-case hexadecimal with 0x.</summary>
    public override string ToString() => Hex.Of(bytes);
}
