using System.Numerics;
using Indexer.Domain;

namespace Indexer.Handlers.Evm.Tests;

public sealed class ShareTests
{
    private static readonly AccountId Alice = Feed.Account(1);
    private static readonly AccountId Bob = Feed.Account(2);
    private readonly Feed feed = new();

    [Fact]
    public void The_pool_appears_with_the_first_handled_log_and_only_once()
    {
        feed.Log(Feed.Vault, Topics.Paused, [], [Alice]);
        Assert.Empty(feed.Ledger.Pools);

        feed.Log(Feed.Vault, Topics.UnlockPeriodUpdated, [], [0, 1_814_400]);
        feed.Buy(Alice, 100, 100);

        var pool = Assert.Single(feed.Ledger.Pools);
        Assert.Equal(
            (Feed.Pool, PoolKind.Erc4626, Feed.Vault, "ethereum", 21_596_326),
            (pool.Id, pool.Kind, pool.Account, pool.Network, pool.Height)
        );
    }

    [Fact]
    public void A_deposit_counts_its_shares_once_and_costs_its_assets()
    {
        feed.Buy(Alice, 100, 90);

        var position = feed.Position(Alice);
        Assert.Equal((Feed.Pha(90), Feed.Pha(100)), (position.Shares, position.Cost));
        Assert.Equal((Feed.Pha(90), Feed.Pha(100)), (feed.PoolNow.TotalShares, feed.PoolNow.TotalValue));
        Assert.Equal(
            [(StakeEventKind.SharesMinted, Pha.Zero), (StakeEventKind.Deposit, Feed.Pha(100))],
            feed.StakeEvents.Select(row => (row.Kind, row.Amount))
        );
    }

    /// <summary>30 of 90 shares that 100 PHA bought.</summary>
    [Fact]
    public void A_transfer_has_the_worth_of_its_shares_on_both_sides()
    {
        feed.Buy(Alice, 100, 90);
        feed.Transfer(Alice, Bob, Feed.Wei(30));

        var third = Pha.FromWei(BigInteger.Parse("33333333333333333333"));
        Assert.Equal(
            [(StakeEventKind.TransferOut, Alice, third), (StakeEventKind.TransferIn, Bob, third)],
            feed.StakeEvents.Skip(2).Select(row => (row.Kind, row.Account, row.Amount))
        );
    }

    [Fact]
    public void A_transfer_takes_its_part_of_the_cost_along()
    {
        feed.Buy(Alice, 100, 90);
        feed.Transfer(Alice, Bob, Feed.Wei(30));

        // 100 PHA x 30/90, rounded down to the last unit; the rest stays.
        var third = BigInteger.Parse("33333333333333333333");
        Assert.Equal((Feed.Wei(30), third), Held(Bob));
        Assert.Equal((Feed.Wei(60), Feed.Wei(100) - third), Held(Alice));
        Assert.Equal((Feed.Pha(90), Feed.Pha(100)), (feed.PoolNow.TotalShares, feed.PoolNow.TotalValue));
        Assert.Equal(
            [(StakeEventKind.TransferOut, Alice, (AccountId?)Bob), (StakeEventKind.TransferIn, Bob, Alice)],
            feed.StakeEvents.Skip(2).Select(row => (row.Kind, row.Account, row.Counterparty))
        );
    }

    [Fact]
    public void The_last_share_takes_all_that_is_left_of_the_cost()
    {
        feed.Buy(Alice, 100, 90);
        feed.Transfer(Alice, Bob, Feed.Wei(30));
        feed.Transfer(Alice, Feed.Zero, Feed.Wei(60));

        Assert.Equal((BigInteger.Zero, BigInteger.Zero), Held(Alice));
        Assert.Equal(StakeEventKind.SharesBurned, feed.StakeEvents.Last().Kind);
    }

    [Fact]
    public void Transfers_of_nothing_and_to_oneself_make_no_row()
    {
        feed.Buy(Alice, 100, 90);
        var before = feed.Position(Alice);

        feed.Transfer(Alice, Bob, 0);
        feed.Transfer(Alice, Alice, Feed.Wei(90));

        Assert.Equal(2, feed.Ledger.Rows.Count);
        Assert.Equal(before, feed.Position(Alice));
    }

    [Fact]
    public void Shares_that_nobody_is_known_to_have_cannot_leave()
    {
        var exception = Assert.Throws<UnknownStateException>(() => feed.Transfer(Alice, Bob, 5));
        Assert.Contains("events are missing before it", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_beyond_any_supply_names_the_log()
    {
        var exception = Assert.Throws<UnknownStateException>(() =>
            feed.Transfer(Feed.Zero, Alice, BigInteger.Pow(2, 255))
        );
        Assert.Contains("Transfer.value of log 0 of block 21596326", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_claim_contract_pays_for_shares_is_its_price()
    {
        feed.Buy(Feed.PhalaClaimer, 119, 100);
        feed.Buy(Feed.PhalaClaimer, 60, 50);
        feed.Buy(Alice, 7, 7);

        var claimer = feed.State.ClaimContracts.Find(Feed.PhalaClaimer);
        Assert.Equal((Feed.Pha(179), Feed.Pha(150)), (claimer!.Assets, claimer.Shares));
        Assert.Null(feed.State.ClaimContracts.Find(Alice));
    }

    private (BigInteger Shares, BigInteger Cost) Held(AccountId account) =>
        (feed.Position(account).Shares.ToBigInteger(), feed.Position(account).Cost.ToBigInteger());
}
