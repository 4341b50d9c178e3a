using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Indexer.Evm;

/// <summary>Reads the hexadecimal texts of the Ethereum JSON-RPC interface from a node's answer.</summary>
internal static class JsonHex
{
    private const int MaxShown = 80;

    /// <summary>A number: 0x and hexadecimal digits.</summary>
    public static long Number(JsonElement value, string what)
    {
        var digits = Digits(value, what);
        long number = 0;
        foreach (var digit in digits)
        {
            var nibble = Nibble(digit);
            if (nibble < 0 || number > long.MaxValue >> 4)
            {
                throw Wrong(value, what, "a number");
            }

            number = (number << 4) | (long)nibble;
        }

        return digits.Length > 0 ? number : throw Wrong(value, what, "a number");
    }

    /// <summary>A number in a member of an object.</summary>
    public static long Number(JsonElement owner, string name, string what) =>
        Number(Member(owner, name, what), $"{what}.{name}");

    /// <summary>A number of any size in a member of an object, as its fewest big-endian bytes: none for zero.</summary>
    public static byte[] Quantity(JsonElement owner, string name, string what)
    {
        var value = Member(owner, name, what);
        var digits = Digits(value, what).TrimStart((byte)'0');
        var even = new byte[digits.Length + (digits.Length % 2)];
        even.AsSpan().Fill((byte)'0');
        digits.CopyTo(even.AsSpan(even.Length - digits.Length));
        var bytes = new byte[even.Length / 2];
        return Convert.FromHexString(even, bytes, out _, out _) == OperationStatus.Done
            ? bytes
            : throw Wrong(value, $"{what}.{name}", "a number");
    }

    /// <summary>Bytes: 0x and an even number of hexadecimal digits; of a given length unless that is negative.</summary>
    public static byte[] Bytes(JsonElement value, string what, int length = -1)
    {
        var digits = Digits(value, what);
        var bytes = new byte[digits.Length / 2];
        var done = Convert.FromHexString(digits, bytes, out _, out var written) == OperationStatus.Done;
        return done && written == bytes.Length && digits.Length % 2 == 0 && (length < 0 || length == written)
            ? bytes
            : throw Wrong(value, what, length < 0 ? "bytes" : $"{length} bytes");
    }

    /// <summary>Bytes in a member of an object.</summary>
    public static byte[] Bytes(JsonElement owner, string name, string what, int length = -1) =>
        Bytes(Member(owner, name, what), $"{what}.{name}", length);

    /// <summary>A member that must be there.</summary>
    public static JsonElement Member(JsonElement owner, string name, string what) =>
        owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(name, out var value)
            ? value
            : throw new EvmNodeException($"The node's {what} has no {name}.");

    private static ReadOnlySpan<byte> Digits(JsonElement value, string what)
    {
        // Raw text is enough: hexadecimal never needs an escape.
        var raw = value.ValueKind == JsonValueKind.String ? JsonMarshal.GetRawUtf8Value(value) : default;
        return raw.StartsWith("\"0x"u8) ? raw[3..^1] : throw Wrong(value, what, "hexadecimal with 0x");
    }

    private static int Nibble(byte digit) =>
        digit switch
        {
            >= (byte)'0' and <= (byte)'9' => digit - '0',
            >= (byte)'a' and <= (byte)'f' => digit - 'a' + 10,
            >= (byte)'A' and <= (byte)'F' => digit - 'A' + 10,
            _ => -1,
        };

    private static EvmNodeException Wrong(JsonElement value, string what, string wanted)
    {
        var text = value.ValueKind == JsonValueKind.Undefined ? "nothing" : value.GetRawText();
        return new EvmNodeException(
            $"The node's {what} is not {wanted}: {(text.Length <= MaxShown ? text : text[..MaxShown] + "...")}."
        );
    }
}
