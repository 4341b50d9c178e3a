using System.IO.Hashing;
using Org.BouncyCastle.Crypto.Digests;

namespace Indexer.Simulator.Scale;

/// <summary>The hashed keys under which a node keeps its state.</summary>
internal static class StorageKeys
{
    public static byte[] Prefix(string pallet, string item) => [.. Twox128(pallet), .. Twox128(item)];

    public static byte[] Hash(StorageHasher hasher, byte[] key) =>
        hasher switch
        {
            StorageHasher.Identity => key,
            StorageHasher.Twox64Concat => [.. Twox(key, 0), .. key],
            _ => [.. Blake2b128(key), .. key],
        };

    private static byte[] Twox128(string name)
    {
        var bytes = System.Text.Encoding.ASCII.GetBytes(name);
        return [.. Twox(bytes, 0), .. Twox(bytes, 1)];
    }

    private static byte[] Twox(byte[] bytes, long seed) => [.. XxHash64.Hash(bytes, seed).Reverse()];

    private static byte[] Blake2b128(byte[] bytes)
    {
        var digest = new Blake2bDigest(128);
        digest.BlockUpdate(bytes, 0, bytes.Length);
        var output = new byte[16];
        digest.DoFinal(output, 0);
        return output;
    }
}
