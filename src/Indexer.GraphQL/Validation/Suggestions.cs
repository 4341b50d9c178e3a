namespace Indexer.GraphQL.Validation;

/// <summary>"Did you mean", as graphql-js says it.</summary>
internal static class Suggestions
{
    private const int MaxSuggestions = 5;

    public static string DidYouMean(string input, IEnumerable<string> options, string what = "") =>
        DidYouMean([.. For(input, options)], what);

    public static string DidYouMean(IReadOnlyList<string> names, string what = "")
    {
        if (names.Count == 0)
        {
            return "";
        }

        var quoted = names.Take(MaxSuggestions).Select(name => $"\"{name}\"").ToList();
        var text = quoted.Count switch
        {
            1 => quoted[0],
            2 => $"{quoted[0]} or {quoted[1]}",
            _ => $"{string.Join(", ", quoted.SkipLast(1))}, or {quoted[^1]}",
        };
        return $" Did you mean {what}{text}?";
    }

    private static IEnumerable<string> For(string input, IEnumerable<string> options)
    {
        var threshold = (int)(input.Length * 0.4) + 1;
        return options
            .Distinct()
            .Select(option => (Option: option, Distance: LexicalDistance.Measure(input, option, threshold)))
            .Where(item => item.Distance is not null)
            .OrderBy(item => item.Distance)
            .ThenBy(item => item.Option, NaturalComparer.Instance)
            .Select(item => item.Option);
    }
}
