using System.Buffers.Binary;
using System.IO.Hashing;
using Org.BouncyCastle.Crypto.Digests;

namespace Indexer.Substrate.Keys;

/// <summary>The hashes of Substrate: BLAKE2b (RFC 7693) and "twox", xxHash64 with counting seeds.</summary>
internal static class Hashing
{
    /// <summary>BLAKE2b without key.</summary>
    /// <param name="size">Bytes of the result.</param>
    /// <param name="data">The message.</param>
    internal static byte[] Blake2(int size, ReadOnlySpan<byte> data)
    {
        var digest = new Blake2bDigest(8 * size);
        var message = data.ToArray();
        digest.BlockUpdate(message, 0, message.Length);
        var hash = new byte[size];
        digest.DoFinal(hash, 0);
        return hash;
    }

    /// <summary>xxHash64 with seeds 0, 1, ..., each little-endian, one after the other.</summary>
    /// <param name="size">Bytes of the result, a multiple of 8.</param>
    /// <param name="data">The message.</param>
    internal static byte[] Twox(int size, ReadOnlySpan<byte> data)
    {
        var hash = new byte[size];
        for (var seed = 0; seed < size / 8; seed++)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(hash.AsSpan(8 * seed), XxHash64.HashToUInt64(data, seed));
        }

        return hash;
    }
}
