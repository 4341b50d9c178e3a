using System.Collections.Concurrent;

namespace Indexer.Simulator.Tests;

/// <summary>Small worlds by seed, made once; tests that change a world make their own.</summary>
internal static class Worlds
{
    private static readonly ConcurrentDictionary<ulong, Lazy<World>> Made = new();

    private static readonly ConcurrentDictionary<ulong, Lazy<World>> Governed = new();

    public static World Civic(ulong seed) =>
        Governed.GetOrAdd(seed, key => new Lazy<World>(() => World.Create(key, WorldSize.Civic))).Value;

    public static World Small(ulong seed) =>
        Made.GetOrAdd(seed, key => new Lazy<World>(() => World.Create(key, WorldSize.Small))).Value;

    public static UInt128 Sum(this IEnumerable<UInt128> values) =>
        values.Aggregate(UInt128.Zero, (sum, value) => sum + value);
}
