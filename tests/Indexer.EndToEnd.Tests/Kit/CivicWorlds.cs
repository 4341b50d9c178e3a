using Indexer.Simulator;

namespace Indexer.EndToEnd.Tests.Kit;

/// <summary>Worlds with much governance, indexed once for all tests that only read.</summary>
internal static class CivicWorlds
{
    private static readonly Lock Gate = new();
    private static readonly Dictionary<ulong, Task<SimulatedIndex>> Made = [];

    /// <summary>The seeds; a range from CIVIC_SEEDS, such as 1-200, for long runs.</summary>
    public static ulong[] Seeds =>
        Environment.GetEnvironmentVariable("CIVIC_SEEDS")?.Split('-') is [var from, var to]
            ? [.. Range(ulong.Parse(from), ulong.Parse(to))]
            : [1, 2];

    public static Task<SimulatedIndex> OfAsync(ulong seed)
    {
        lock (Gate)
        {
            return Made.TryGetValue(seed, out var made)
                ? made
                : Made[seed] = SimulatedIndex.IndexedAsync(World.Create(seed, WorldSize.Civic));
        }
    }

    private static IEnumerable<ulong> Range(ulong from, ulong to)
    {
        for (var seed = from; seed <= to; seed++)
        {
            yield return seed;
        }
    }
}
