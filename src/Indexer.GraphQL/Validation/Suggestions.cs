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

/// <summary>The number of edits between two names; a change of case only is one edit, a swap of neighbours too.</summary>
internal static class LexicalDistance
{
    /// <summary>The distance, or null when it is above the threshold.</summary>
    public static int? Measure(string input, string option, int threshold)
    {
        if (input == option)
        {
            return 0;
        }

        var (left, right) = (input.ToLowerInvariant(), option.ToLowerInvariant());
        if (left == right)
        {
            return 1;
        }

        if (Math.Abs(left.Length - right.Length) > threshold)
        {
            return null;
        }

        return Distance(left, right, threshold);
    }

    private static int? Distance(string left, string right, int threshold)
    {
        var (before, above, current) = (
            new int[right.Length + 1],
            new int[right.Length + 1],
            new int[right.Length + 1]
        );
        for (var column = 0; column <= right.Length; column++)
        {
            above[column] = column;
        }

        for (var row = 1; row <= left.Length; row++)
        {
            var least = current[0] = row;
            for (var column = 1; column <= right.Length; column++)
            {
                var cost = left[row - 1] == right[column - 1] ? 0 : 1;
                var cell = Math.Min(Math.Min(above[column] + 1, current[column - 1] + 1), above[column - 1] + cost);
                var isSwap =
                    row > 1 && column > 1 && left[row - 1] == right[column - 2] && left[row - 2] == right[column - 1];
                current[column] = isSwap ? Math.Min(cell, before[column - 2] + 1) : cell;
                least = Math.Min(least, current[column]);
            }

            if (least > threshold)
            {
                return null;
            }

            (before, above, current) = (above, current, before);
        }

        return above[right.Length] <= threshold ? above[right.Length] : null;
    }
}

/// <summary>Orders names with the numbers in them by value.</summary>
internal sealed class NaturalComparer : IComparer<string>
{
    public static NaturalComparer Instance { get; } = new();

    public int Compare(string? x, string? y)
    {
        var left = x.AsSpan();
        var right = y.AsSpan();
        while (left.Length > 0 && right.Length > 0)
        {
            if (char.IsAsciiDigit(left[0]) && char.IsAsciiDigit(right[0]))
            {
                var difference = TakeNumber(ref left).CompareTo(TakeNumber(ref right));
                if (difference != 0)
                {
                    return difference;
                }
            }
            else
            {
                if (left[0] != right[0])
                {
                    return left[0] - right[0];
                }

                left = left[1..];
                right = right[1..];
            }
        }

        return left.Length - right.Length;
    }

    private static System.Numerics.BigInteger TakeNumber(ref ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAnyExceptInRange('0', '9');
        var digits = end < 0 ? text : text[..end];
        text = text[digits.Length..];
        return System.Numerics.BigInteger.Parse(digits);
    }
}
