using System.Numerics;
using Indexer.Domain;
using Indexer.Evm;

namespace Indexer.Handlers.Evm.Tests;

public sealed class ClaimTests
{
    private static readonly AccountId User = Feed.Account(0x51);
    private static readonly AccountId Alice = Feed.Account(1);
    private static readonly AccountId Bob = Feed.Account(2);
    private readonly Feed feed = new();

    [Theory]
    [InlineData(false, ClaimKind.Khala, AccountLinkKind.KhalaClaim)]
    [InlineData(true, ClaimKind.Phala, AccountLinkKind.PhalaClaim)]
    public void A_claim_links_its_user_to_its_receiver(bool isPhala, ClaimKind kind, AccountLinkKind evidence)
    {
        var contract = isPhala ? Feed.PhalaClaimer : Feed.KhalaClaimer;
        feed.Log(contract, Topics.Claimed, [User], [Feed.Wei(5), Feed.Wei(7), Alice]);

        var claim = Assert.Single(feed.Ledger.Rows.OfType<Claim>());
        Assert.Equal(
            (kind, contract, Feed.Pha(5), Feed.Pha(7), (Pha?)null, Alice, (AccountId?)null),
            (
                claim.Kind,
                claim.Contract,
                claim.Free,
                claim.StakedShares,
                claim.StakedValue,
                claim.Receiver,
                claim.L2Receiver
            )
        );
        Assert.Equal(User.ToArray(), claim.User);
        Assert.Equal([(Alice, evidence)], Links());
        Assert.Equal(User.ToArray(), Assert.Single(feed.Ledger.Rows.OfType<AccountLink>()).User);
    }

    [Fact]
    public void Staked_shares_are_worth_what_the_contract_paid_and_bring_that_cost_along()
    {
        feed.Buy(Feed.PhalaClaimer, 119, 100);
        feed.Transfer(Feed.PhalaClaimer, Alice, Feed.Wei(3));
        feed.Log(Feed.PhalaClaimer, Topics.Claimed, [User], [0, Feed.Wei(3), Alice]);

        // 3 x 119/100 = 3.57 PHA.
        var value = Pha.FromWei(BigInteger.Parse("3570000000000000000"));
        Assert.Equal(value, Assert.Single(feed.Ledger.Rows.OfType<Claim>()).StakedValue);
        Assert.Equal(value, feed.Position(Alice).Cost);
    }

    [Fact]
    public void A_bridged_claim_links_both_receivers()
    {
        Bridge(7, Alice, Bob);

        var claim = Assert.Single(feed.Ledger.Rows.OfType<Claim>());
        Assert.Equal((Alice, (AccountId?)Bob), (claim.Receiver, claim.L2Receiver));
        Assert.Equal([(Alice, AccountLinkKind.PhalaClaim), (Bob, AccountLinkKind.PhalaClaimBridged)], Links());
    }

    [Fact]
    public void One_receiver_on_both_chains_is_one_link()
    {
        Bridge(7, Alice, Alice);

        Assert.Equal(Alice, Assert.Single(feed.Ledger.Rows.OfType<Claim>()).L2Receiver);
        Assert.Equal([(Alice, AccountLinkKind.PhalaClaim)], Links());
    }

    [Fact]
    public void Without_shares_nothing_is_bridged()
    {
        Bridge(0, Alice, Bob);

        Assert.Null(Assert.Single(feed.Ledger.Rows.OfType<Claim>()).L2Receiver);
        Assert.Equal([(Alice, AccountLinkKind.PhalaClaim)], Links());
    }

    [Fact]
    public void The_zero_address_links_nobody()
    {
        Bridge(7, Feed.Zero, Bob);
        Bridge(7, Alice, Feed.Zero);

        Assert.Equal([(Bob, AccountLinkKind.PhalaClaimBridged), (Alice, AccountLinkKind.PhalaClaim)], Links());
    }

    [Fact]
    public void Funding_is_recorded_as_stated()
    {
        feed.Log(Feed.PhalaClaimer, Topics.Deposited, [], [Feed.Wei(11), Feed.Wei(13)]);

        var funding = Assert.Single(feed.Ledger.Rows.OfType<ClaimFunding>());
        Assert.Equal(
            (ClaimKind.Phala, Feed.PhalaClaimer, Feed.Pha(11), Feed.Pha(13)),
            (funding.Kind, funding.Contract, funding.Free, funding.Staked)
        );
    }

    [Theory]
    [InlineData("cea40a51", false)]
    [InlineData("489094f4", true)]
    [InlineData("52d9d52c", true)]
    [InlineData("1e83409a", null)]
    [InlineData("", null)]
    public void The_function_that_was_called_tells_who_claimed(string input, bool? byAdmin)
    {
        feed.Transaction = new EvmTransaction(Bob, Feed.KhalaClaimer, Convert.FromHexString(input));
        feed.Log(Feed.KhalaClaimer, Topics.Claimed, [User], [Feed.Wei(5), Feed.Wei(7), Alice]);

        Assert.Equal(byAdmin, Assert.Single(feed.Ledger.Rows.OfType<Claim>()).ByAdmin);
        Assert.Equal(byAdmin, Assert.Single(feed.Ledger.Rows.OfType<AccountLink>()).ByAdmin);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Behind_another_contract_who_claimed_is_unknown(bool creates)
    {
        feed.Transaction = new EvmTransaction(Bob, creates ? null : Alice, Convert.FromHexString("489094f4"));
        feed.Log(Feed.KhalaClaimer, Topics.Claimed, [User], [Feed.Wei(5), Feed.Wei(7), Alice]);

        Assert.Null(Assert.Single(feed.Ledger.Rows.OfType<Claim>()).ByAdmin);
    }

    [Fact]
    public void A_receiver_that_is_a_contract_is_shown_and_does_not_merge()
    {
        feed.Contracts.Add(Alice);
        Bridge(7, Alice, Bob);

        Assert.Equal(
            [(Alice, (NotMergedReason?)NotMergedReason.Contract), (Bob, null)],
            feed.Ledger.Rows.OfType<AccountLink>().Select(link => (link.Account, link.NotMerged))
        );
    }

    private void Bridge(long staked, AccountId l1, AccountId l2) =>
        feed.Log(Feed.PhalaClaimer, Topics.ClaimedAndBridged, [User], [Feed.Wei(5), Feed.Wei(staked), l1, l2]);

    private IEnumerable<(AccountId Account, AccountLinkKind Kind)> Links() =>
        feed.Ledger.Rows.OfType<AccountLink>().Select(link => (link.Account, link.Kind));
}
