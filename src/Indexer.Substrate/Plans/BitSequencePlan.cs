using Indexer.Substrate.Scale;

namespace Indexer.Substrate.Plans;

/// <summary>Bit sequences: the number of bits, then whole little-endian words that hold them.</summary>
/// <param name="size">The size of the type.</param>
/// <param name="wordBits">Bits of a word.</param>
/// <param name="highBitFirst">Whether the first bit is the highest of a word (Msb0), else the lowest (Lsb0).</param>
internal sealed class BitSequencePlan(TypeSize size, int wordBits, bool highBitFirst) : TypePlan(size)
{
    internal override ScaleValue Decode(ref ScaleReader reader, int depth)
    {
        var words = Words(ref reader, out var count);
        var bits = new ScaleValue[count];
        for (var i = 0; i < bits.Length; i++)
        {
            var word = i / wordBits;
            var inWord = highBitFirst ? wordBits - 1 - (i % wordBits) : i % wordBits;
            var position = (word * wordBits) + inWord;
            bits[i] = ScaleBool.Of(((words[position / 8] >> (position % 8)) & 1) == 1);
        }

        return new ScaleSequence(bits);
    }

    private protected override void SkipVariable(ref ScaleReader reader, int depth) => Words(ref reader, out _);

    private ReadOnlySpan<byte> Words(ref ScaleReader reader, out ulong bits)
    {
        bits = reader.CompactU64("the length of a bit sequence");
        if (bits > (ulong)reader.Remaining * 8)
        {
            throw reader.Error("a bit sequence", $"{bits} bits are announced");
        }

        return reader.Take(((long)bits + wordBits - 1) / wordBits * (wordBits / 8), "a bit sequence");
    }
}
