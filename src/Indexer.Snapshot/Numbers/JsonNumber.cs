using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Indexer.Domain;

namespace Indexer.Snapshot;

/// <summary>
/// A JSON number as it is written, exactly: <paramref name="Digits"/> x 10^<paramref name="Exponent"/>. Snapshot states
/// weights as floating-point numbers of whole tokens; read as text they lose nothing more.
/// </summary>
/// <param name="Digits">All digits as one integer, with the sign.</param>
/// <param name="Exponent">Power of ten of the last digit.</param>
public readonly record struct JsonNumber(BigInteger Digits, int Exponent)
{
    private const int PhaDecimals = 18;

    // The exponents of IEEE 754 doubles end at 308 and, with the digits of the smallest ones, -1074.
    private const int MostExponent = 1_100;
    private const int MostDigits = 1_200;

    /// <summary>Reads a number; null when the element is none, or is none that a floating-point number can be.</summary>
    /// <param name="element">The element.</param>
    public static JsonNumber? Find(JsonElement element) =>
        element.ValueKind == JsonValueKind.Number ? Find(element.GetRawText()) : null;

    /// <summary>Reads the text of a JSON number; null when no floating-point number is so long, large or small.</summary>
    /// <param name="text">The text, by the grammar of JSON.</param>
    public static JsonNumber? Find(string text)
    {
        var mark = text.AsSpan().IndexOfAny('e', 'E');
        var exponent = 0;
        if (
            text.Length > MostDigits
            || (mark >= 0 && !int.TryParse(text.AsSpan(mark + 1), CultureInfo.InvariantCulture, out exponent))
            || Math.Abs((long)exponent) > MostExponent
        )
        {
            return null;
        }

        var mantissa = mark < 0 ? text : text[..mark];
        var point = mantissa.IndexOf('.');
        var digits = BigInteger.Parse(
            point < 0 ? mantissa : mantissa.Remove(point, 1),
            NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture
        );
        return new JsonNumber(digits, exponent - (point < 0 ? 0 : mantissa.Length - point - 1));
    }

    /// <summary>Whether it is below zero.</summary>
    public bool IsNegative => Digits.Sign < 0;

    /// <summary>The number in units of 10^-<paramref name="decimals"/>, rounded to the nearest, a half to the even one.</summary>
    /// <param name="decimals">Digits after the point that stay.</param>
    public BigInteger ToUnits(int decimals)
    {
        var shift = Exponent + decimals;
        return shift >= 0 ? Digits * BigInteger.Pow(10, shift) : Quotient.Rounded(Digits, BigInteger.Pow(10, -shift));
    }

    /// <summary>The number of tokens as an amount of 18 decimals, rounded to the nearest, a half to the even one.</summary>
    /// <exception cref="OverflowException">It is far beyond any supply of tokens.</exception>
    public Pha ToPha() => Pha.FromBigInteger(ToUnits(PhaDecimals));
}
