using System.Globalization;
using System.Numerics;

namespace Indexer.GraphQL.Types;

/// <summary>From what clients send to CLR values; messages as graphql-js words them.</summary>
internal static class ScalarParsers
{
    /// <summary>Digits beyond which a number is refused before any arithmetic.</summary>
    private const int MaxDigits = 1000;

    /// <summary>ISO 8601 and nothing else: a looser parser takes "12:00" for today, and "32 May" for a month.</summary>
    private static readonly string[] DateTimeFormats =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
        "yyyy-MM-dd'T'HH:mmK",
        "yyyy-MM-dd",
    ];

    public static object Int(ScalarInput input)
    {
        if (!TryWholeNumber(input, out var number))
        {
            throw new FormatException($"Int cannot represent non-integer value: {input.Shown}");
        }

        return number >= int.MinValue && number <= int.MaxValue
            ? (int)number
            : throw new FormatException($"Int cannot represent non 32-bit signed integer value: {input.Shown}");
    }

    public static object Float(ScalarInput input) =>
        input.Kind is ScalarInputKind.Integer or ScalarInputKind.Fraction
        && double.TryParse(input.Text, CultureInfo.InvariantCulture, out var number)
        && double.IsFinite(number)
            ? number
            : throw new FormatException($"Float cannot represent non numeric value: {input.Shown}");

    public static object String(ScalarInput input) =>
        input.Kind == ScalarInputKind.Text
            ? Storable(input.Text)
            : throw new FormatException($"String cannot represent a non string value: {input.Shown}");

    public static object Id(ScalarInput input) =>
        input.Kind is ScalarInputKind.Text or ScalarInputKind.Integer
            ? Storable(input.Text)
            : throw new FormatException(
                input.IsLiteral
                    ? $"ID cannot represent a non-string and non-integer value: {input.Shown}"
                    : $"ID cannot represent value: {input.Shown}"
            );

    public static object Boolean(ScalarInput input) =>
        input.Kind == ScalarInputKind.Boolean
            ? input.Text == "true"
            : throw new FormatException($"Boolean cannot represent a non boolean value: {input.Shown}");

    public static long Whole(ScalarInput input, string type, long least, long greatest)
    {
        var number = Whole(input, type);
        return number >= least && number <= greatest
            ? (long)number
            : throw new FormatException($"{type} cannot represent a value beyond 64 bits: {input.Shown}");
    }

    public static BigInteger Whole(ScalarInput input, string type) =>
        input.Kind is ScalarInputKind.Integer or ScalarInputKind.Text
        && input.Text.Length <= MaxDigits
        && BigInteger.TryParse(input.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new FormatException($"{type} cannot represent non-integer value: {input.Shown}");

    public static object DateTime(ScalarInput input) =>
        input.Kind == ScalarInputKind.Text
        && DateTimeOffset.TryParseExact(
            input.Text,
            DateTimeFormats,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var moment
        )
            ? moment.UtcDateTime
            : throw new FormatException($"DateTime cannot represent a value that is not ISO 8601: {input.Shown}");

    public static object Date(ScalarInput input) =>
        input.Kind == ScalarInputKind.Text
        && DateOnly.TryParseExact(
            input.Text,
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        )
            ? day
            : throw new FormatException($"Date cannot represent a value that is not YYYY-MM-DD: {input.Shown}");

    public static object Hex(ScalarInput input, string type, int? length)
    {
        var digits = input.Text.AsSpan();
        if (input.Kind != ScalarInputKind.Text || !digits.StartsWith("0x") || digits.Length % 2 != 0)
        {
            throw new FormatException($"{type} must be 0x followed by pairs of hexadecimal digits: {input.Shown}");
        }

        if (length is { } bytes && digits.Length != 2 + (2 * bytes))
        {
            throw new FormatException($"{type} must have {bytes} bytes: {input.Shown}");
        }

        var value = new byte[(digits.Length - 2) / 2];
        var status = Convert.FromHexString(digits[2..], value, out _, out _);
        return status == System.Buffers.OperationStatus.Done
            ? value
            : throw new FormatException($"{type} must be 0x followed by pairs of hexadecimal digits: {input.Shown}");
    }

    public static object FixedPoint(ScalarInput input, string type, int scale)
    {
        var text = input.Text;
        var point = text.IndexOf('.', StringComparison.Ordinal);
        var fraction = point < 0 ? "" : text[(point + 1)..];
        var whole = point < 0 ? text : text[..point];
        if (
            input.Kind is ScalarInputKind.Boolean or ScalarInputKind.Other
            || text.Length > MaxDigits
            || (point >= 0 && (fraction.Length == 0 || !fraction.All(char.IsAsciiDigit)))
            || !whole.Any(char.IsAsciiDigit)
            || !BigInteger.TryParse(whole, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)
        )
        {
            throw new FormatException($"{type} must be a decimal number without exponent: {input.Shown}");
        }

        if (fraction.Length > scale)
        {
            throw new FormatException($"{type} cannot have more than {scale} fraction digits: {input.Shown}");
        }

        return BigInteger.Parse(whole + fraction.PadRight(scale, '0'), CultureInfo.InvariantCulture);
    }

    private static bool TryWholeNumber(ScalarInput input, out BigInteger number)
    {
        number = default;
        return input.Kind switch
        {
            ScalarInputKind.Integer => input.Text.Length <= MaxDigits
                && BigInteger.TryParse(
                    input.Text,
                    NumberStyles.AllowLeadingSign,
                    CultureInfo.InvariantCulture,
                    out number
                ),
            _ => false,
        };
    }

    /// <summary>PostgreSQL has no NUL character in text.</summary>
    private static string Storable(string text) =>
        text.Contains('\0', StringComparison.Ordinal)
            ? throw new FormatException("Text cannot contain the character U+0000.")
            : text;
}
