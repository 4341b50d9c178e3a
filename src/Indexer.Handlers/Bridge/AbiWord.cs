using System.Numerics;
using Indexer.Addresses;
using Indexer.Domain;

namespace Indexer.Handlers.Bridge;

/// <summary>Words of the ABI encoding, of which the bridge's hashes are made.</summary>
internal static class AbiWord
{
    /// <summary>An <c>address</c>.</summary>
    public static byte[] Of(AccountId account) => Padded(account.ToArray());

    /// <summary>A <c>uint256</c>.</summary>
    public static byte[] Of(BigInteger number) => Padded(number.ToByteArray(isUnsigned: true, isBigEndian: true));

    /// <summary>The length of <c>bytes</c> and then their words, the last filled up with zeros.</summary>
    public static byte[] OfBytes(byte[] bytes) =>
        [.. Of(bytes.Length), .. bytes, .. new byte[-bytes.Length & (Keccak256.Length - 1)]];

    private static byte[] Padded(byte[] value) => [.. new byte[Keccak256.Length - value.Length], .. value];
}
