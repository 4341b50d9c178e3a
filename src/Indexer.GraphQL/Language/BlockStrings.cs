namespace Indexer.GraphQL.Language;

/// <summary>The value of a block string: common indentation and blank ends removed.</summary>
internal static class BlockStrings
{
    public static string Dedent(List<string> lines)
    {
        var common = int.MaxValue;
        var first = -1;
        var last = -1;
        for (var index = 0; index < lines.Count; index++)
        {
            var indentation = lines[index].AsSpan().IndexOfAnyExcept(' ', '\t');
            if (indentation < 0)
            {
                continue;
            }

            first = first < 0 ? index : first;
            last = index;
            common = index == 0 ? common : Math.Min(common, indentation);
        }

        if (first < 0)
        {
            return "";
        }

        var kept = lines.Select((line, index) => index == 0 ? line : line[Math.Min(common, line.Length)..]);
        return string.Join('\n', kept.Skip(first).Take(last - first + 1));
    }
}
