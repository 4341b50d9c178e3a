namespace Indexer.GraphQL.Validation;

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
