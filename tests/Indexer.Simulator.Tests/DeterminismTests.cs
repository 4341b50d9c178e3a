namespace Indexer.Simulator.Tests;

public sealed class DeterminismTests
{
    [Fact]
    public void The_same_seed_gives_the_same_hashes_and_another_seed_others()
    {
        var first = Worlds.Small(1);
        var again = World.Create(1, WorldSize.Small);
        var other = Worlds.Small(2);
        foreach (var (one, two, three) in first.Networks.Zip(again.Networks, other.Networks))
        {
            Assert.Equal(one.HashAt(one.LastBlock), two.HashAt(two.LastBlock));
            Assert.NotEqual(one.HashAt(one.LastBlock), three.HashAt(three.LastBlock));
        }
    }

    [Fact]
    public void The_hashes_of_a_seed_do_not_change_between_releases_and_machines()
    {
        var world = Worlds.Small(1);
        string[] expected =
        [
            "0xd84ad99f6baeaaa84f025915994ad3d37339e7039ffb99236aa0dee4c3b54b92",
            "0x3a09a20d1703753893b36d8681db3dfb704a1cbd0c4cac770a4464b63a2f6e6a",
            "0x22488557d703bf439448f9729f58b1c54ab285241b38ab2e80591993e158c2e4",
            "0x18a1911a8169ee00848ed12043c05c87a4b88afc6550aea99278c8f37c24af7e",
        ];
        Assert.Equal(expected, world.Networks.Select(network => network.HashAt(network.LastBlock)));
    }

    [Fact]
    public void A_story_that_goes_on_keeps_what_it_was()
    {
        var (slow, fast) = (World.Create(9, WorldSize.Small).Ethereum, World.Create(9, WorldSize.Small).Ethereum);
        var before = Enumerable.Range(0, (int)slow.LastBlock + 1).Select(height => slow.HashAt(height)).ToList();
        var rows = slow.Books.Claims.Count;

        slow.Extend(slow.LastBlock + 25);
        slow.Extend(slow.LastBlock + 25);
        fast.Extend(fast.LastBlock + 50);

        Assert.Equal(before, Enumerable.Range(0, before.Count).Select(height => slow.HashAt(height)));
        Assert.Equal(fast.HashAt(fast.LastBlock), slow.HashAt(slow.LastBlock));
        Assert.Equal(rows, slow.Books.Claims.Count);
        Assert.Throws<InvalidOperationException>(() =>
        {
            slow.Reorg(1);
            slow.Extend(slow.LastBlock + 1);
        });
    }

    [Fact]
    public void A_reorganisation_replaces_only_the_blocks_above_the_fork_and_is_repeatable()
    {
        var (first, second) = (World.Create(7, WorldSize.Small), World.Create(7, WorldSize.Small));
        foreach (var (one, two) in first.Networks.Zip(second.Networks))
        {
            one.FinalizedLag = two.FinalizedLag = 40;
            var old = Enumerable.Range(0, (int)one.LastBlock + 1).Select(height => one.HashAt(height)).ToList();
            one.Reorg(10);
            two.Reorg(10);
            Assert.Equal(old[(int)one.LastBlock - 10], one.HashAt(one.LastBlock - 10));
            Assert.NotEqual(old[(int)one.LastBlock - 9], one.HashAt(one.LastBlock - 9));
            Assert.Equal(one.HashAt(one.LastBlock), two.HashAt(two.LastBlock));
        }
        Assert.Equal(first.Khala.BooksAt(140).Positions, Worlds.Small(7).Khala.BooksAt(140).Positions);
    }

    [Fact]
    public void After_a_reorganisation_some_transactions_are_gone_and_some_are_in_another_block()
    {
        var world = World.Create(7, WorldSize.Small);
        var chain = world.Ethereum;
        chain.FinalizedLag = 200;
        var before = Hashes(chain);
        chain.Reorg(150);
        var after = Hashes(chain);
        Assert.Contains(before.Keys, hash => !after.ContainsKey(hash));
        Assert.Contains(before, entry => after.TryGetValue(entry.Key, out var height) && height != entry.Value);
        Assert.Equal(chain.Books.Vault!.TotalSupply, chain.Books.Shares.Values.Sum());
    }

    [Fact]
    public void A_finalized_block_cannot_be_replaced()
    {
        var chain = World.Create(7, WorldSize.Small).Khala;
        Assert.Throws<ArgumentOutOfRangeException>(() => chain.Reorg(1));
    }

    private static Dictionary<string, long> Hashes(SimulatedEthereum chain) =>
        chain
            .Blocks.SelectMany(block =>
                block.Transactions.Select(one => (Hash: Convert.ToHexString(one.Hash), block.Height))
            )
            .ToDictionary(pair => pair.Hash, pair => pair.Height);
}
