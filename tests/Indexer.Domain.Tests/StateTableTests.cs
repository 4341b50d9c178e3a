namespace Indexer.Domain.Tests;

public sealed class StateTableTests
{
    private readonly StateTable<string, VaultTerms> table = new(row => row.PoolId);

    [Fact]
    public void A_block_makes_one_version_of_what_holds_at_its_end()
    {
        Set(rate: 1);
        Set(rate: 2);
        table.EndBlock("net", 10);

        var version = Assert.Single(table.Opened);
        Assert.Equal((10, null, 2), (version.FromHeight, version.ToHeight, Rate(version)));
        Assert.Equal("net", version.Network);
    }

    [Fact]
    public void A_change_closes_the_version_before_in_the_same_batch()
    {
        Set(rate: 1);
        table.EndBlock("net", 10);
        Set(rate: 2);
        table.EndBlock("net", 12);

        Assert.Equal([(10, 12, 1), (12, null, 2)], table.Opened.Select(Describe));
        Assert.Empty(table.Closed);
    }

    [Fact]
    public void A_change_after_a_commit_closes_the_committed_version()
    {
        Set(rate: 1);
        table.EndBlock("net", 10);
        table.Committed();
        Set(rate: 2);
        table.EndBlock("net", 12);

        Assert.Equal((10, 12, 1), Describe(Assert.Single(table.Closed)));
        Assert.Equal((12, null, 2), Describe(Assert.Single(table.Opened)));
    }

    [Fact]
    public void What_is_as_before_at_the_end_of_the_block_makes_no_version()
    {
        Set(rate: 1);
        table.EndBlock("net", 10);
        table.Committed();
        Set(rate: 2);
        Set(rate: 1);
        table.EndBlock("net", 11);

        Assert.Empty(table.Opened);
        Assert.Empty(table.Closed);
        Assert.Equal(10, table.Find("vault")!.FromHeight);
    }

    [Fact]
    public void What_ends_has_no_open_version()
    {
        Set(rate: 1);
        table.EndBlock("net", 10);
        table.Committed();
        table.End(new VaultTerms { PoolId = "vault" });
        table.EndBlock("net", 11);

        Assert.Null(table.Find("vault"));
        Assert.Empty(table.Opened);
        Assert.Equal((10, 11, 1), Describe(Assert.Single(table.Closed)));
    }

    [Fact]
    public void What_begins_and_ends_in_one_block_leaves_no_trace()
    {
        Set(rate: 1);
        table.End(new VaultTerms { PoolId = "vault" });
        table.EndBlock("net", 10);

        Assert.Empty(table.Opened);
        Assert.Empty(table.Closed);
    }

    private void Set(int rate) => table.Set(new VaultTerms { PoolId = "vault", RewardRate = new Pha(rate) });

    private static Int128 Rate(StateRow row) => ((VaultTerms)row).RewardRate!.Value.Units;

    private static (long From, long? To, int Rate) Describe(StateRow row) =>
        (row.FromHeight, row.ToHeight, (int)Rate(row));
}
