using System.Text.RegularExpressions;

namespace Indexer.Explorer.Tests;

internal static class Pattern
{
    public static Regex Of(string pattern) => new(pattern, RegexOptions.None, TimeSpan.FromSeconds(1));
}
