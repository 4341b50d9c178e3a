using System.Globalization;

namespace Indexer.EndToEnd.Tests.Kit;

/// <summary>
/// The worlds in which lives across the move are compared as a whole. A few run each time; LIFE_SEEDS names a range for a long run:
/// <c>LIFE_SEEDS=1-2000 dotnet test tests/Indexer.EndToEnd.Tests --filter LifeSeed</c>.
/// </summary>
internal static class LifeSeeds
{
    /// <summary>Those that the environment variable names, such as 1-2000; else some.</summary>
    public static IEnumerable<ulong> All =>
        Environment.GetEnvironmentVariable("LIFE_SEEDS")?.Split('-') is [var from, var to]
            ? Range(Number(from), Number(to))
            : [31, 32];

    private static IEnumerable<ulong> Range(ulong from, ulong to)
    {
        for (var seed = from; seed <= to; seed++)
        {
            yield return seed;
        }
    }

    private static ulong Number(string text) => ulong.Parse(text, CultureInfo.InvariantCulture);
}
