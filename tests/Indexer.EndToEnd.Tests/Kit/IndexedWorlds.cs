using Indexer.Simulator;

namespace Indexer.EndToEnd.Tests.Kit;

/// <summary>Small worlds, indexed once for all tests that only read; they go with the test cluster.</summary>
internal static class IndexedWorlds
{
    private static readonly Lock Gate = new();
    private static readonly Dictionary<ulong, Task<SimulatedIndex>> Made = [];

    public static ulong[] Seeds => [1, 2, 3, 4];

    public static Task<SimulatedIndex> OfAsync(ulong seed)
    {
        lock (Gate)
        {
            return Made.TryGetValue(seed, out var made)
                ? made
                : Made[seed] = SimulatedIndex.IndexedAsync(World.Create(seed, WorldSize.Small));
        }
    }
}
