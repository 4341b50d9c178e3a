using Indexer.Simulator;

namespace Indexer.EndToEnd.Tests.Kit;

/// <summary>Small worlds, indexed once for all tests that only read; they go with the test cluster.</summary>
internal static class IndexedWorlds
{
    private static readonly Once<ulong, SimulatedIndex> Made = new(seed =>
        SimulatedIndex.IndexedAsync(World.Create(seed, WorldSize.Small))
    );

    private static readonly Once<ulong, SimulatedIndex> Forked = new(seed =>
        SimulatedIndex.IndexedAsync(Rewritten(World.Create(seed, WorldSize.Small)))
    );

    public static ulong[] Seeds => [1, 2, 3, 4];

    public static Task<SimulatedIndex> OfAsync(ulong seed) => Made.OfAsync(seed);

    /// <summary>A world whose Ethereum was rewritten nearly from its beginning.</summary>
    public static Task<SimulatedIndex> ForkedAsync(ulong seed) => Forked.OfAsync(seed);

    private static World Rewritten(World world)
    {
        const int kept = 20;
        world.Ethereum.FinalizedLag = world.Ethereum.LastBlock;
        world.Ethereum.Reorg((int)world.Ethereum.LastBlock - kept);
        return world;
    }
}
