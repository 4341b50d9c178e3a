using System.Numerics;

namespace Indexer.Substrate;

/// <summary>An integer of up to 256 bits, signed or not.</summary>
public sealed class ScaleInteger : ScaleValue
{
    private readonly UInt128 low;
    private readonly UInt128 high;

    /// <summary>An unsigned integer of up to 128 bits.</summary>
    public ScaleInteger(UInt128 value) => low = value;

    private ScaleInteger(UInt128 low, UInt128 high, bool isNegative)
    {
        this.low = low;
        this.high = high;
        IsNegative = isNegative;
    }

    /// <summary>Whether the value is below zero.</summary>
    public bool IsNegative { get; }

    /// <summary>The exact value.</summary>
    public BigInteger Value =>
        IsNegative ? ((BigInteger)high << 128) + low - (BigInteger.One << 256) : ((BigInteger)high << 128) + low;

    /// <summary>The value when it is an unsigned integer of up to 128 bits.</summary>
    /// <param name="value">The value, or zero when it does not fit.</param>
    /// <returns>Whether it fits.</returns>
    public bool TryGetU128(out UInt128 value)
    {
        var fits = high == UInt128.Zero;
        value = fits ? low : UInt128.Zero;
        return fits;
    }

    /// <inheritdoc />
    public override string ToString() => Value.ToString();

    internal static ScaleInteger FromLittleEndian(ReadOnlySpan<byte> bytes, bool isSigned)
    {
        var isNegative = isSigned && bytes[^1] >= 0x80;
        Span<byte> extended = stackalloc byte[32];
        extended.Fill(isNegative ? byte.MaxValue : byte.MinValue);
        bytes.CopyTo(extended);
        return new ScaleInteger(
            System.Buffers.Binary.BinaryPrimitives.ReadUInt128LittleEndian(extended),
            System.Buffers.Binary.BinaryPrimitives.ReadUInt128LittleEndian(extended[16..]),
            isNegative
        );
    }
}
