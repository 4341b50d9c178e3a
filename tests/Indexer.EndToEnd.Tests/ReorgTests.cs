using Indexer.EndToEnd.Tests.Kit;
using Indexer.Simulator;

namespace Indexer.EndToEnd.Tests;

/// <summary>Chains that switch forks while they are followed, at random depths and moments.</summary>
public sealed class ReorgTests
{
    private const int FinalizedLag = 12;
    private const int Moves = 14;

    public static TheoryData<ulong, string> Chains =>
        new(
            from seed in new ulong[] { 11, 12, 13 }
            from chain in new[] { "ethereum", "khala", "phala", "phala-l2" }
            select (seed, chain)
        );

    [Theory]
    [MemberData(nameof(Chains))]
    public Task A_chain_followed_through_forks_leaves_what_its_final_form_alone_leaves(ulong seed, string chain) =>
        CompareAsync(seed, chain, WorldSize.Small);

    /// <summary>Stake pools of the first version, of which the storage before and after blocks of a fork tells what events do not.</summary>
    [Fact]
    public Task A_chain_with_the_first_stake_pools_does_so_too() => CompareAsync(14, "khala", WorldSize.Miners);

    private static async Task CompareAsync(ulong seed, string chain, WorldSize size)
    {
        var world = World.Create(seed, size);
        var network = world.Networks.Single(one => one.Name == chain);
        network.FinalizedLag = FinalizedLag;
        network.Head = 3 * FinalizedLag;
        var random = new Random((int)seed);
        var moves = Moves;
        var reorganisations = 0;
        await using var followed = await SimulatedIndex.CreateAsync(world);
        await followed.FollowAsync(
            network,
            isCaughtUp =>
            {
                if (moves > 0 && (isCaughtUp || random.Next(5) == 0))
                {
                    moves--;
                    network.Advance(random.Next(0, 8));
                    network.Reorg(random.Next(1, FinalizedLag + 1));
                    reorganisations++;
                }
                else if (moves == 0 && isCaughtUp)
                {
                    network.Head = network.LastBlock;
                }
            }
        );
        await using var fresh = await SimulatedIndex.CreateAsync(world);
        await fresh.FollowAsync(network, _ => { });
        Assert.Equal(Moves, reorganisations);
        Assert.Equal(await fresh.DumpAsync(), await followed.DumpAsync());
    }
}
