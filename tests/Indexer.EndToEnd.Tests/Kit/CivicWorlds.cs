using Indexer.Simulator;
using Indexer.TestKit.Governance;

namespace Indexer.EndToEnd.Tests.Kit;

/// <summary>Worlds with much governance, indexed once for all tests that only read.</summary>
internal static class CivicWorlds
{
    private static readonly Once<ulong, SimulatedIndex> Worlds = new(seed =>
        SimulatedIndex.IndexedAsync(World.Create(seed, WorldSize.Civic))
    );

    private static readonly Once<(ulong Seed, string Chain), GovernanceModel> Models = new(of =>
        ReadAsync(of.Seed, of.Chain)
    );

    /// <summary>The chains of the first seeds, or of those that CIVIC_SEEDS names.</summary>
    public static TheoryData<ulong, string> Chains =>
        new(from seed in CivicSeeds.OrElse(1, 2) from chain in new[] { "khala", "phala" } select (seed, chain));

    /// <summary>Compares a subject with the books of a chain at many heights.</summary>
    public static async Task CompareAsync(ulong seed, string chain, Subject subject)
    {
        var world = (await Worlds.OfAsync(seed)).World;
        var network = chain == "khala" ? world.Khala : world.Phala;
        var model = await Models.OfAsync((seed, chain));
        for (var height = network.LastBlock; height >= 0; height -= 7)
        {
            GovernanceComparison.Check(seed, network, height, model, subject);
        }
    }

    private static async Task<GovernanceModel> ReadAsync(ulong seed, string chain)
    {
        var index = await Worlds.OfAsync(seed);
        await using var context = index.Opened.CreateContext();
        return await GovernanceModel.ReadAsync(context, chain);
    }
}
