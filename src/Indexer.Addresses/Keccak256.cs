using System.Text;
using Org.BouncyCastle.Crypto.Digests;

namespace Indexer.Addresses;

/// <summary>The hash of Ethereum: Keccak-256 with the original padding, not the later SHA3-256.</summary>
public static class Keccak256
{
    /// <summary>Bytes of a hash.</summary>
    public const int Length = 32;

    /// <summary>The hash of bytes.</summary>
    public static byte[] Hash(ReadOnlySpan<byte> data)
    {
        var digest = new KeccakDigest(8 * Length);
        digest.BlockUpdate(data.ToArray(), 0, data.Length);
        var hash = new byte[Length];
        digest.DoFinal(hash, 0);
        return hash;
    }

    /// <summary>The hash of a text's UTF-8 bytes.</summary>
    public static byte[] Hash(string text) => Hash(Encoding.UTF8.GetBytes(text));
}
