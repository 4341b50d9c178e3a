using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Indexer.JsonRpc;

/// <summary>Bytes and numbers as nodes of both kinds of chains write them: 0x and hexadecimal digits. Null when a value is none.</summary>
public static class JsonHex
{
    /// <summary>A number as nodes want it.</summary>
    public static string Of(long number) => "0x" + number.ToString("x", CultureInfo.InvariantCulture);

    /// <summary>A number that is not negative and fits.</summary>
    public static long? Number(JsonElement value) =>
        !Digits(value).IsEmpty
        && Quantity(value) is { Length: <= sizeof(long) } bytes
        && bytes.Aggregate(0UL, (number, part) => (number << 8) | part) is <= long.MaxValue and var number
            ? (long)number
            : null;

    /// <summary>A number of any size as its fewest big-endian bytes: none for zero.</summary>
    public static byte[]? Quantity(JsonElement value)
    {
        if (!IsHex(value))
        {
            return null;
        }

        var digits = Digits(value).TrimStart((byte)'0');
        var even = new byte[digits.Length + (digits.Length % 2)];
        even.AsSpan().Fill((byte)'0');
        digits.CopyTo(even.AsSpan(even.Length - digits.Length));
        return FromDigits(even);
    }

    /// <summary>Bytes, of which each has two digits.</summary>
    public static byte[]? Bytes(JsonElement value) => IsHex(value) ? FromDigits(Digits(value)) : null;

    // Raw text is enough: hexadecimal never needs an escape.
    private static bool IsHex(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && JsonMarshal.GetRawUtf8Value(value).StartsWith("\"0x"u8);

    private static ReadOnlySpan<byte> Digits(JsonElement value) =>
        IsHex(value) ? JsonMarshal.GetRawUtf8Value(value)[3..^1] : default;

    private static byte[]? FromDigits(ReadOnlySpan<byte> digits)
    {
        var bytes = new byte[digits.Length / 2];
        var done = Convert.FromHexString(digits, bytes, out _, out var written) == OperationStatus.Done;
        return done && digits.Length % 2 == 0 && written == bytes.Length ? bytes : null;
    }
}
