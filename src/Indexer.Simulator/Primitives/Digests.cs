using System.Text;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Digests;

namespace Indexer.Simulator;

internal static class Digests
{
    public static byte[] Blake2b256(params ReadOnlySpan<byte[]> parts) => Digest(new Blake2bDigest(256), parts);

    public static byte[] Keccak256(params ReadOnlySpan<byte[]> parts) => Digest(new KeccakDigest(256), parts);

    /// <summary>A digest of texts and numbers, for ids that only have to be unique and repeatable.</summary>
    public static byte[] Of(params ReadOnlySpan<object> parts)
    {
        var text = new StringBuilder();
        foreach (var part in parts)
        {
            text.Append(part).Append('|');
        }
        return Blake2b256(Encoding.UTF8.GetBytes(text.ToString()));
    }

    private static byte[] Digest(IDigest digest, ReadOnlySpan<byte[]> parts)
    {
        foreach (var part in parts)
        {
            digest.BlockUpdate(part, 0, part.Length);
        }
        var output = new byte[digest.GetDigestSize()];
        digest.DoFinal(output, 0);
        return output;
    }
}
