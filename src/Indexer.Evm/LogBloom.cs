using Indexer.Addresses;

namespace Indexer.Evm;

/// <summary>The Bloom filter of a block header: it may say yes by accident, its no is certain.</summary>
/// <remarks>Ethereum Yellow Paper, section 4.3.1: three bits, from the first three pairs of bytes of the hash.</remarks>
internal static class LogBloom
{
    /// <summary>Bytes of a filter.</summary>
    public const int Length = 256;

    /// <summary>The bits of an address or topic, to be tested against many blocks.</summary>
    public static int[] BitsOf(ReadOnlySpan<byte> value)
    {
        var hash = Keccak256.Hash(value);
        return [Bit(hash, 0), Bit(hash, 2), Bit(hash, 4)];
    }

    /// <summary>Whether the filter has all bits.</summary>
    public static bool Has(byte[] bloom, int[] bits) =>
        Array.TrueForAll(bits, bit => (bloom[Length - 1 - bit / 8] & (1 << (bit % 8))) != 0);

    /// <summary>Whether the filter knows the address and all topics of a log.</summary>
    public static bool Knows(byte[] bloom, EvmLog log) =>
        Has(bloom, BitsOf(log.Address.Bytes)) && Array.TrueForAll(log.Topics, topic => Has(bloom, BitsOf(topic)));

    private static int Bit(byte[] hash, int at) => ((hash[at] << 8) | hash[at + 1]) & 0x7ff;
}
