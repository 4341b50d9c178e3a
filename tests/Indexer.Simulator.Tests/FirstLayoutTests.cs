namespace Indexer.Simulator.Tests;

/// <summary>The story of Khala in the first layout has all that sets that layout apart, so that comparing it means something.</summary>
public sealed class FirstLayoutTests
{
    private const int V13 = 13;
    private const int V14 = 14;

    [Fact]
    public void Khala_begins_with_metadata_V13_and_ends_with_V14()
    {
        var chain = Worlds.Civic(1).Khala;
        var versions = chain
            .Blocks.Select(block => (block.Runtime.SpecVersion, (int)block.Runtime.Metadata[4]))
            .Distinct();
        Assert.Equal([(1u, V13), (1080u, V13), (1241u, V14)], versions);
        Assert.Equal(chain.UpgradeBlock, WorldSize.Civic.KhalaPrelude);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void All_of_governance_happens_before_the_upgrade(ulong seed)
    {
        var chain = Worlds.Civic(seed).Khala;
        var books = chain.BooksAt(chain.UpgradeBlock!.Value);
        var governance = books.Governance;
        var kinds = governance.Referenda.SelectMany(one => one.History).Select(change => change.Kind).Distinct();
        Assert.Equal(Enum.GetValues<VoteChangeKind>().Order(), kinds.Order());
        Assert.Contains(governance.PublicProposals, one => one.Depositors.Count > 1);
        Assert.Contains(governance.Referenda, one => one.State == ReferendumState.Executed);
        Assert.Contains(governance.Referenda, one => one.State == ReferendumState.NotPassed);
        Assert.Contains(governance.Delegations, one => one.To is not null);
        string[] told =
        [
            "Democracy.Executed",
            "Democracy.Unlocked",
            "Democracy.PreimageUsed",
            "Utility.ItemFailed",
            "Utility.BatchInterrupted",
            "Proxy.ProxyExecuted",
            "Council.Executed",
            "TechnicalCommittee.Executed",
            "PhragmenElection.NewTerm",
            "Treasury.Awarded",
            "Bounties.BountyAwarded",
            "Tips.NewTip",
        ];
        Assert.Empty(told.Except(books.EventCounts.Keys));
        string[] untold = ["Democracy.Voted", "Democracy.Seconded", "Democracy.ProposalCanceled", "Proxy.ProxyAdded"];
        Assert.Empty(untold.Intersect(books.EventCounts.Keys));
    }
}
