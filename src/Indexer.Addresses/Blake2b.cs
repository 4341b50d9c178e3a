using Org.BouncyCastle.Crypto.Digests;

namespace Indexer.Addresses;

/// <summary>The hash of Substrate's accounts and calls: BLAKE2b without key (RFC 7693).</summary>
public static class Blake2b
{
    /// <summary>The hash of bytes.</summary>
    /// <param name="size">Bytes of the result, 1 to 64.</param>
    /// <param name="data">The message.</param>
    public static byte[] Hash(int size, ReadOnlySpan<byte> data)
    {
        var digest = new Blake2bDigest(8 * size);
        var message = data.ToArray();
        digest.BlockUpdate(message, 0, message.Length);
        var hash = new byte[size];
        digest.DoFinal(hash, 0);
        return hash;
    }
}
