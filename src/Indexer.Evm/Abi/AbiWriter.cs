using System.Numerics;
using Indexer.Domain;

namespace Indexer.Evm.Abi;

/// <summary>Encodes arguments of one word each, which is all that the calls of an indexer need.</summary>
internal static class AbiWriter
{
    /// <summary>One 32-byte word.</summary>
    /// <exception cref="AbiException">The value does not fit the type, or the type takes more than one word.</exception>
    public static byte[] Word(AbiType type, object value) =>
        (type.Kind, value) switch
        {
            (AbiKind.UInt or AbiKind.Int, BigInteger number) => Number(type, number),
            (AbiKind.UInt or AbiKind.Int, long number) => Number(type, number),
            (AbiKind.UInt or AbiKind.Int, int number) => Number(type, number),
            (AbiKind.Address, AccountId { IsEvm: true } account) => [.. new byte[12], .. account.Bytes],
            (AbiKind.Bool, bool flag) => [.. new byte[31], flag ? (byte)1 : (byte)0],
            (AbiKind.FixedBytes, byte[] bytes) when bytes.Length == type.Size =>
            [
                .. bytes,
                .. new byte[32 - bytes.Length],
            ],
            _ => throw new AbiException($"{value.GetType().Name} cannot be passed as {type.Name}"),
        };

    private static byte[] Number(AbiType type, BigInteger value)
    {
        var fits =
            type.Kind == AbiKind.UInt
                ? value.Sign >= 0 && value.GetBitLength() <= type.Size
                : value.GetBitLength() < type.Size;
        if (!fits)
        {
            throw new AbiException($"{value} is outside of the range of {type.Name}");
        }

        var word = new byte[32];
        word.AsSpan().Fill(value.Sign < 0 ? (byte)0xff : (byte)0);
        var bytes = value.ToByteArray(isUnsigned: value.Sign >= 0, isBigEndian: true);
        bytes.CopyTo(word.AsSpan(32 - bytes.Length));
        return word;
    }
}
