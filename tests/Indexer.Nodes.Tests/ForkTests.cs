namespace Indexer.Nodes.Tests;

/// <summary>Forks while the index follows the chain: afterwards it is what a fresh run over the final chain makes.</summary>
public sealed class ForkTests
{
    private const int SlotsInAnEpoch = 8;
    private const int DeepestFork = 2 * SlotsInAnEpoch;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(DeepestFork - 1)]
    public async Task After_a_fork_the_index_equals_that_of_a_fresh_run(int depth)
    {
        await using var node = await StartAsync();
        var lab = await DeployAsync(node);
        var life = new Life(lab, depth);
        await life.BeginAsync();
        await life.GoOnAsync(30);
        await using var index = await ChainIndex.CreateAsync();
        await using (var following = index.Follow(ChainIndex.Network(lab)))
        {
            await following.UntilHeadAsync(node);
            var before = await index.DumpAsync();

            await node.ReorgAsync(depth, (await life.NextAsync(), 0), (await life.NextAsync(), depth - 1));
            await following.UntilHeadAsync(node);
            Assert.NotEqual(before, await index.DumpAsync());

            await life.GoOnAsync(3);
            await following.UntilHeadAsync(node);
        }

        await EqualsFreshRunAsync(index, lab);
    }

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    public async Task After_many_forks_in_the_middle_of_life_the_index_equals_that_of_a_fresh_run(int seed)
    {
        await using var node = await StartAsync();
        var lab = await DeployAsync(node);
        var life = new Life(lab, seed);
        await life.BeginAsync();
        await life.GoOnAsync(DeepestFork);
        await using var index = await ChainIndex.CreateAsync();
        await using (var following = index.Follow(ChainIndex.Network(lab)))
        {
            var random = new Random(seed);
            for (var fork = 0; fork < 25; fork++)
            {
                // Sometimes the index is at the head when the fork comes, mostly somewhere behind.
                if (random.Next(3) == 0)
                {
                    await following.UntilHeadAsync(node);
                }

                await ForkAsync(life, node, random);
                await life.GoOnAsync(random.Next(1, 5));
            }

            // The chain becomes longer than it ever was, and then stays still.
            await node.MineAsync(DeepestFork);
            await following.UntilHeadAsync(node);
            await life.GoOnAsync(1);
            await following.UntilHeadAsync(node);
        }

        await EqualsFreshRunAsync(index, lab);
    }

    [Fact]
    public async Task A_shorter_chain_is_a_node_that_lags_until_it_shows_other_blocks()
    {
        await using var node = await StartAsync();
        var lab = await DeployAsync(node);
        var life = new Life(lab, seed: 21);
        await life.BeginAsync();
        await life.GoOnAsync(20);
        await using var index = await ChainIndex.CreateAsync();
        await using (var following = index.Follow(ChainIndex.Network(lab)))
        {
            await following.UntilHeadAsync(node);
            var before = await HeightAsync(node);
            await node.RollbackAsync(9);
            var seen = await following.UntilAsync(progress => progress.Heads?.Latest.Height == before - 9);
            Assert.Equal(before, seen.Cursor!.Height);
            await life.GoOnAsync(3);
            await following.UntilHeadAsync(node);
            await life.GoOnAsync(12);
            await following.UntilHeadAsync(node);
        }

        await EqualsFreshRunAsync(index, lab);
    }

    private static async Task<long> HeightAsync(AnvilNode node) =>
        Convert.ToInt64((await node.Rpc.CallAsync("eth_blockNumber", [])).GetString(), 16);

    [Fact]
    public async Task An_index_that_slept_through_a_fork_goes_back_to_it_first()
    {
        await using var node = await StartAsync();
        var lab = await DeployAsync(node);
        var life = new Life(lab, seed: 31);
        await life.BeginAsync();
        await life.GoOnAsync(20);
        await using var index = await ChainIndex.CreateAsync();
        await using (var following = index.Follow(ChainIndex.Network(lab)))
        {
            await following.UntilHeadAsync(node);
        }

        await node.ReorgAsync(DeepestFork - 3, (await life.NextAsync(), 2));
        await node.MineAsync(5 * DeepestFork);
        await life.GoOnAsync(5);
        await using (var following = index.Follow(ChainIndex.Network(lab)))
        {
            await following.UntilHeadAsync(node);
        }

        await EqualsFreshRunAsync(index, lab);
    }

    private static Task<AnvilNode> StartAsync() =>
        AnvilNode.StartAsync("--slots-in-an-epoch", $"{SlotsInAnEpoch}", "--timestamp", "1736539223");

    private static Task<PhalaLab> DeployAsync(AnvilNode node) =>
        PhalaLab.DeployAsync(node, rewardRate: 0, unlockPeriod: 300, holders: 4);

    private static async Task ForkAsync(Life life, AnvilNode node, Random random)
    {
        var depth = random.Next(1, DeepestFork);
        var calls = new List<(LabCall, int)>();
        for (var i = random.Next(4); i > 0; i--)
        {
            calls.Add((await life.NextAsync(), random.Next(depth)));
        }

        await node.ReorgAsync(depth, calls);
        if (random.Next(3) == 0)
        {
            await node.ReorgAsync(random.Next(1, depth + 1), (await life.NextAsync(), 0));
        }
    }

    private static async Task EqualsFreshRunAsync(ChainIndex index, PhalaLab lab)
    {
        await using var fresh = await ChainIndex.CreateAsync();
        await using (var following = fresh.Follow(ChainIndex.Network(lab)))
        {
            await following.UntilHeadAsync(lab.Node);
        }

        var expected = await fresh.DumpAsync();
        var actual = await index.DumpAsync();
        Assert.Empty(actual.Except(expected, StringComparer.Ordinal));
        Assert.Equal(expected, actual);
        Assert.Contains(actual, line => line.StartsWith("stake_event ", StringComparison.Ordinal));
    }
}
