using System.Collections;
using System.Numerics;
using System.Text;

namespace Indexer.Simulator.Ethereum;

/// <summary>Solidity's encoding of arguments: words for what has a fixed size, offsets into a tail for the rest.</summary>
internal static class AbiCoder
{
    public static byte[] Encode(IReadOnlyList<string> types, IReadOnlyList<object> values)
    {
        var head = new List<byte>();
        var tail = new List<byte>();
        foreach (var (type, value) in types.Zip(values))
        {
            if (type is "bytes" or "string" || type.EndsWith("[]", StringComparison.Ordinal))
            {
                head.AddRange(Word((UInt128)((types.Count * 32) + tail.Count)));
                tail.AddRange(Sized(type, value));
            }
            else
            {
                head.AddRange(Word(value));
            }
        }
        return [.. head, .. tail];
    }

    /// <summary>An address, a number, a flag or 32 bytes as a word.</summary>
    public static byte[] Word(object value) =>
        value switch
        {
            byte[] { Length: 32 } whole => whole,
            EvmAddress address => [.. new byte[12], .. address.Bytes],
            bool flag => Number(flag ? 1 : 0),
            UInt128 wide => Number(wide),
            ulong plain => Number(plain),
            uint small => Number(small),
            int small => Number(small),
            long plain => Number(plain),
            BigInteger huge => Number(huge),
            _ => throw new ArgumentException($"{value} is no ABI word.", nameof(value)),
        };

    private static byte[] Number(BigInteger number)
    {
        var digits = number.ToByteArray(isUnsigned: true, isBigEndian: true);
        return [.. new byte[32 - digits.Length], .. digits];
    }

    private static byte[] Sized(string type, object value)
    {
        switch (value)
        {
            case string text:
                return Sized(type, Encoding.UTF8.GetBytes(text));
            case byte[] bytes:
                return [.. Word(bytes.Length), .. bytes, .. new byte[(32 - (bytes.Length % 32)) % 32]];
            default:
                var items = ((IEnumerable)value).Cast<object>().ToList();
                return [.. Word(items.Count), .. Encode([.. items.Select(_ => type[..^2])], items)];
        }
    }
}
