using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Indexer.Pages.Shell;

/// <summary>
/// A number as GraphQL answers it, in its exact decimal digits: PHA, shares, a ratio. Pages shorten it for reading; the whole is in the
/// title of the element and one link away as GraphQL.
/// </summary>
/// <param name="Text">The digits.</param>
[JsonConverter(typeof(FigureConverter))]
public readonly record struct Figure(string Text)
{
    private const int Grouped = 3;
    private const int Places = 2;

    /// <summary>For drawing only.</summary>
    public double Drawn => double.Parse(Text, NumberStyles.Float, CultureInfo.InvariantCulture);

    public bool IsZero => !Text.AsSpan().ContainsAnyInRange('1', '9');

    public bool IsNegative => Text.StartsWith('-');

    /// <summary>With groups of three digits and two places, cut off and not rounded, so that nothing seems more than it is.</summary>
    public string Short => Grouping(Places);

    /// <summary>Groups of three digits, no places.</summary>
    public string Whole => Grouping(0);

    /// <summary>The ratio in hundredths with two places; cut off.</summary>
    public string Percent
    {
        get
        {
            var (sign, whole, rest) = Parts();
            var digits = (whole + rest.PadRight(2 * Places, '0')[..(2 * Places)])
                .TrimStart('0')
                .PadLeft(Places + 1, '0');
            return $"{sign}{Groups(digits[..^Places])}.{digits[^Places..]} %";
        }
    }

    private string Grouping(int places)
    {
        var (sign, whole, rest) = Parts();
        var text = $"{sign}{Groups(whole)}";
        return places == 0 ? text : $"{text}.{rest.PadRight(places, '0')[..places]}";
    }

    private (string Sign, string Whole, string Fraction) Parts()
    {
        var sign = IsNegative ? "-" : "";
        var parts = Text[sign.Length..].Split('.');
        return (sign, parts[0], parts.Length > 1 ? parts[1] : "");
    }

    private static string Groups(string digits)
    {
        for (var at = digits.Length - Grouped; at > 0; at -= Grouped)
        {
            digits = digits.Insert(at, ",");
        }

        return digits;
    }
}

/// <summary>Reads the digits, which are a text for what JSON's numbers cannot hold.</summary>
public sealed class FigureConverter : JsonConverter<Figure>
{
    public override Figure Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(
            reader.TokenType == JsonTokenType.String
                ? reader.GetString()!
                : System.Text.Encoding.UTF8.GetString(reader.ValueSpan)
        );

    public override void Write(Utf8JsonWriter writer, Figure value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Text);
}
