using System.Numerics;
using System.Text;
using Indexer.Domain;

namespace Indexer.Handlers.Evm.Tests;

/// <summary>Encodes values by the contract ABI.</summary>
internal static class AbiData
{
    private const int WordSize = 32;

    /// <summary>The values of an event that are not indexed: numbers, accounts, texts, bytes, and arrays of these.</summary>
    public static byte[] Of(params object[] values)
    {
        var tails = new List<byte>();
        var heads = new List<byte>();
        foreach (var value in values)
        {
            if (IsDynamic(value))
            {
                heads.AddRange(Word((values.Length * WordSize) + tails.Count));
                tails.AddRange(Tail(value));
            }
            else
            {
                heads.AddRange(Word(value));
            }
        }

        return [.. heads, .. tails];
    }

    /// <summary>One word.</summary>
    public static byte[] Word(object value)
    {
        var bytes = value switch
        {
            AccountId account => account.ToArray(),
            BigInteger number => number.ToByteArray(isUnsigned: true, isBigEndian: true),
            int number => ((BigInteger)number).ToByteArray(isUnsigned: true, isBigEndian: true),
            bool flag => [flag ? (byte)1 : (byte)0],
            _ => throw new ArgumentException($"{value} is no word", nameof(value)),
        };
        return [.. new byte[WordSize - bytes.Length], .. bytes];
    }

    private static bool IsDynamic(object value) => value is string or byte[] or object[];

    private static byte[] Tail(object value) =>
        value switch
        {
            object[] list => [.. Word(list.Length), .. Of(list)],
            string text => Tail(Encoding.UTF8.GetBytes(text)),
            byte[] bytes =>
            [
                .. Word(bytes.Length),
                .. bytes,
                .. new byte[(WordSize - (bytes.Length % WordSize)) % WordSize],
            ],
            _ => throw new ArgumentException($"{value} has no tail", nameof(value)),
        };
}
