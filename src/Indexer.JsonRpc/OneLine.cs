using System.Text.RegularExpressions;

namespace Indexer.JsonRpc;

/// <summary>Text of others made fit for one line of a log: white space and control characters folded, length bounded.</summary>
internal static partial class OneLine
{
    private const int MaxLength = 1000;

    public static string Of(string text)
    {
        var line = Blank().Replace(text.Length > 4 * MaxLength ? text[..(4 * MaxLength)] : text, " ").Trim();
        return line.Length <= MaxLength ? line : string.Concat(line.AsSpan(0, MaxLength), "...");
    }

    [GeneratedRegex(@"[\s\p{C}]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Blank();
}
