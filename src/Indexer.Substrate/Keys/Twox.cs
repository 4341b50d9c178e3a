using System.Buffers.Binary;
using System.IO.Hashing;

namespace Indexer.Substrate.Keys;

/// <summary>The fast hash of Substrate's storage keys, "twox": xxHash64 with counting seeds.</summary>
internal static class Twox
{
    /// <summary>xxHash64 with seeds 0, 1, ..., each little-endian, one after the other.</summary>
    /// <param name="size">Bytes of the result, a multiple of 8.</param>
    /// <param name="data">The message.</param>
    internal static byte[] Hash(int size, ReadOnlySpan<byte> data)
    {
        var hash = new byte[size];
        for (var seed = 0; seed < size / 8; seed++)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(hash.AsSpan(8 * seed), XxHash64.HashToUInt64(data, seed));
        }

        return hash;
    }
}
