using System.Globalization;
using System.Text;

namespace Indexer.Simulator.Snapshot;

/// <summary>Writes JSON as JavaScript does, halves of surrogate pairs and U+0000 included.</summary>
internal static class HubJson
{
    public static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    public static string Numbers(IEnumerable<double> values) => $"[{string.Join(',', values.Select(Number))}]";

    public static string Text(string? text)
    {
        if (text is null)
        {
            return "null";
        }
        var json = new StringBuilder("\"");
        for (var at = 0; at < text.Length; at++)
        {
            var letter = text[at];
            if (char.IsHighSurrogate(letter) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
            {
                json.Append(letter).Append(text[++at]);
            }
            else if (letter < ' ' || letter is '"' or '\\' || char.IsSurrogate(letter))
            {
                json.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}");
            }
            else
            {
                json.Append(letter);
            }
        }
        return json.Append('"').ToString();
    }

    public static string Texts(IEnumerable<string> texts) => $"[{string.Join(',', texts.Select(Text))}]";
}
