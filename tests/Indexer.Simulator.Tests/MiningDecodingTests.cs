namespace Indexer.Simulator.Tests;

/// <summary>What the node serves of stake pools of the first version, in metadata V13 and V14, decoded by polkadot.js.</summary>
public sealed class MiningDecodingTests
{
    [Fact]
    public async Task Events_and_extrinsics_of_all_layouts_decode_to_what_the_books_count()
    {
        var world = World.Create(1, WorldSize.Miners);
        await using var server = await SimulatorServer.StartAsync(world);
        var seen = await GovernanceDecodingTests.DecodeAsync(server, world.Khala);
        var names = seen["names"]!.AsObject().ToDictionary(entry => entry.Key, entry => entry.Value!.GetValue<int>());
        Assert.Equal(world.Khala.Books.EventCounts.OrderBy(entry => entry.Key), names.OrderBy(entry => entry.Key));
        Assert.Contains("PhalaStakePool.RewardReceived", names.Keys);
    }
}
