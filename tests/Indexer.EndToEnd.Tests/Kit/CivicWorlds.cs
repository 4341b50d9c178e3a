using Indexer.Simulator;
using Indexer.TestKit.Governance;

namespace Indexer.EndToEnd.Tests.Kit;

/// <summary>Worlds with much governance, indexed once for all tests that only read.</summary>
internal static class CivicWorlds
{
    private static readonly Lock Gate = new();
    private static readonly Dictionary<ulong, Task<SimulatedIndex>> Made = [];
    private static readonly Dictionary<(ulong Seed, string Chain), Task<GovernanceModel>> Models = [];

    /// <summary>The chains of the first seeds, or of those that CIVIC_SEEDS names.</summary>
    public static TheoryData<ulong, string> Chains =>
        new(from seed in CivicSeeds.OrElse(1, 2) from chain in new[] { "khala", "phala" } select (seed, chain));

    /// <summary>Compares a subject with the books of a chain at many heights.</summary>
    public static async Task CompareAsync(ulong seed, string chain, Subject subject)
    {
        var world = (await OfAsync(seed)).World;
        var network = chain == "khala" ? world.Khala : world.Phala;
        var model = await ModelOfAsync(seed, chain);
        for (var height = network.LastBlock; height >= 0; height -= 7)
        {
            GovernanceComparison.Check(seed, network, height, model, subject);
        }
    }

    private static Task<SimulatedIndex> OfAsync(ulong seed)
    {
        lock (Gate)
        {
            return Made.TryGetValue(seed, out var made)
                ? made
                : Made[seed] = SimulatedIndex.IndexedAsync(World.Create(seed, WorldSize.Civic));
        }
    }

    private static Task<GovernanceModel> ModelOfAsync(ulong seed, string chain)
    {
        lock (Gate)
        {
            return Models.TryGetValue((seed, chain), out var made)
                ? made
                : Models[(seed, chain)] = ReadAsync(seed, chain);
        }
    }

    private static async Task<GovernanceModel> ReadAsync(ulong seed, string chain)
    {
        var index = await OfAsync(seed);
        await using var context = index.Opened.CreateContext();
        return await GovernanceModel.ReadAsync(context, chain);
    }
}
