using System.Text.RegularExpressions;

namespace Indexer.JsonRpc;

/// <summary>Text of others made fit for one line of a log: white space and control characters folded, length bounded.</summary>
public static partial class OneLine
{
    private const int MaxLength = 1000;

    /// <summary>The text, or its beginning and an ellipsis.</summary>
    /// <param name="text">The text.</param>
    /// <param name="most">Most characters of it.</param>
    public static string Of(string text, int most = MaxLength)
    {
        var line = Blank().Replace(text.Length > 4 * most ? text[..(4 * most)] : text, " ").Trim();
        return line.Length <= most ? line : string.Concat(line.AsSpan(0, most), "...");
    }

    [GeneratedRegex(@"[\s\p{C}]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Blank();
}
