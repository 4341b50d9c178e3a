using System.Globalization;

namespace Indexer.TestKit.Governance;

/// <summary>The seeds of worlds with much governance that are compared with their books.</summary>
public static class CivicSeeds
{
    /// <summary>Those that the environment variable CIVIC_SEEDS names, such as 1-2000; else some.</summary>
    /// <param name="some">These.</param>
    public static IEnumerable<ulong> OrElse(params IEnumerable<ulong> some) =>
        Environment.GetEnvironmentVariable("CIVIC_SEEDS")?.Split('-') is [var from, var to]
            ? Range(ulong.Parse(from, CultureInfo.InvariantCulture), ulong.Parse(to, CultureInfo.InvariantCulture))
            : some;

    private static IEnumerable<ulong> Range(ulong from, ulong to)
    {
        for (var seed = from; seed <= to; seed++)
        {
            yield return seed;
        }
    }
}
