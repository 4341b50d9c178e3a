namespace Indexer.Substrate.Chain;

/// <summary>
/// Finds where a value that seldom changes does so along positions, asking for few of them: where two positions have the
/// same value, all between them have it. All halves are asked for together, so that the rounds grow with the logarithm
/// of the range and not with the number of changes.
/// </summary>
internal static class Bisection
{
    /// <summary>The positions where a value begins to hold, with the value; the first is <paramref name="from"/>.</summary>
    /// <param name="from">The first position.</param>
    /// <param name="to">The last position.</param>
    /// <param name="askAsync">Gives the values at positions.</param>
    internal static async Task<SortedList<long, int>> ChangesAsync(
        long from,
        long to,
        Func<IReadOnlyList<long>, Task<IReadOnlyList<int>>> askAsync
    )
    {
        var known = new SortedList<long, int>();
        IReadOnlyList<long> wanted = from == to ? [from] : [from, to];
        while (wanted.Count > 0)
        {
            var values = await askAsync(wanted);
            for (var i = 0; i < wanted.Count; i++)
            {
                known[wanted[i]] = values[i];
            }

            wanted = [.. Halves(known)];
        }

        var changes = new SortedList<long, int>();
        foreach (var (position, value) in known)
        {
            if (changes.Count == 0 || changes.Values[^1] != value)
            {
                changes.Add(position, value);
            }
        }

        return changes;
    }

    private static IEnumerable<long> Halves(SortedList<long, int> known)
    {
        for (var i = 1; i < known.Count; i++)
        {
            var (low, high) = (known.Keys[i - 1], known.Keys[i]);
            if (known.Values[i - 1] != known.Values[i] && high - low > 1)
            {
                yield return low + ((high - low) / 2);
            }
        }
    }
}
