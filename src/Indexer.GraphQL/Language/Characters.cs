using System.Globalization;

namespace Indexer.GraphQL.Language;

/// <summary>How messages show one character.</summary>
internal static class Characters
{
    public static string Describe(string source, int index)
    {
        if (index >= source.Length)
        {
            return "<EOF>";
        }

        var code =
            index + 1 < source.Length && char.IsSurrogatePair(source[index], source[index + 1])
                ? char.ConvertToUtf32(source[index], source[index + 1])
                : source[index];
        return code switch
        {
            '"' => "'\"'",
            >= ' ' and <= '~' => $"\"{(char)code}\"",
            _ => "U+" + code.ToString("X4", CultureInfo.InvariantCulture),
        };
    }
}
