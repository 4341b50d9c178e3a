using Indexer.Domain;

namespace Indexer.Handlers.Evm.Tests;

public sealed class UnlockTests
{
    private static readonly AccountId Alice = Feed.Account(1);
    private static readonly AccountId Bob = Feed.Account(2);
    private static readonly AccountId Carol = Feed.Account(3);
    private readonly Feed feed = new();

    public UnlockTests()
    {
        feed.Buy(Alice, 100, 100);
        feed.Buy(Bob, 100, 100);
        feed.NextBlock();
    }

    [Fact]
    public void A_withdrawal_moves_value_from_the_shares_to_a_request()
    {
        var block = feed.Block;
        feed.Redeem(Alice, assets: 33, shares: 30, receiver: Carol);

        var position = feed.Position(Alice);
        Assert.Equal(
            (Feed.Pha(70), Feed.Pha(70), Feed.Pha(33)),
            (position.Shares, position.Cost, position.UnlockingValue)
        );
        Assert.Equal((Feed.Pha(167), Feed.Pha(33)), (feed.PoolNow.TotalValue, feed.PoolNow.UnlockingValue));
        var request = Assert.Single(feed.State.UnlockRequestsIn(Feed.Pool));
        Assert.Equal(
            (Alice, Carol, Feed.Pha(33), block.Height, 1, block.Time),
            (
                request.Owner,
                request.Receiver,
                request.Assets,
                request.RequestHeight,
                request.RequestIndex,
                request.RequestedAt
            )
        );
        Assert.Equal(
            (StakeEventKind.UnlockRequested, Feed.Pha(33), Carol),
            (feed.StakeEvents.Last().Kind, feed.StakeEvents.Last().Amount, feed.StakeEvents.Last().Counterparty)
        );
    }

    [Fact]
    public void A_claim_of_a_sum_pays_the_oldest_requests()
    {
        Request(3, 5, 8);
        feed.Claimed(Carol, Alice, Alice, Feed.Wei(8));

        Assert.Equal([Feed.Pha(8)], Open());
        Assert.Equal(Feed.Pha(8), feed.Position(Alice).UnlockingValue);
        var row = feed.StakeEvents.Last();
        Assert.Equal(
            (StakeEventKind.UnlockClaimed, Alice, Feed.Pha(8), (AccountId?)null),
            (row.Kind, row.Account, row.Amount, row.Counterparty)
        );
    }

    [Fact]
    public void A_claim_of_one_younger_request_pays_that_one()
    {
        Request(3, 5, 8);
        feed.Claimed(Alice, Alice, Alice, Feed.Wei(5));

        Assert.Equal([Feed.Pha(3), Feed.Pha(8)], Open());
    }

    [Fact]
    public void A_claim_pays_only_requests_for_its_receiver()
    {
        feed.Redeem(Alice, 5, 5, receiver: Carol);
        feed.Redeem(Alice, 5, 5);
        feed.Claimed(Alice, Alice, Alice, Feed.Wei(5));

        Assert.Equal(Carol, Assert.Single(feed.State.UnlockRequestsOf(Feed.Pool, Alice)).Receiver);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(17)]
    public void A_claim_that_fits_no_request_is_an_error(long assets)
    {
        Request(3, 5, 8);
        var exception = Assert.Throws<UnknownStateException>(() => feed.Claimed(Alice, Alice, Alice, Feed.Wei(assets)));
        Assert.Contains("fits none of their 3 open unlock requests", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cancelled_request_becomes_shares_again()
    {
        Request(10);
        Cancel(Alice, 10, 9, from: Alice);

        var position = feed.Position(Alice);
        Assert.Equal(
            (Feed.Pha(99), Feed.Pha(100), Pha.Zero),
            (position.Shares, position.Cost, position.UnlockingValue)
        );
        Assert.Equal((Feed.Pha(200), Pha.Zero), (feed.PoolNow.TotalValue, feed.PoolNow.UnlockingValue));
        Assert.Empty(Open());
        Assert.Equal(StakeEventKind.UnlockCancelled, feed.StakeEvents.Last().Kind);
    }

    [Fact]
    public void The_sender_of_the_transaction_cancelled_also_when_another_account_gets_the_shares()
    {
        feed.Redeem(Bob, 10, 10);
        Request(10);
        Cancel(Bob, 10, 9, from: Alice);

        Assert.Equal(Bob, Assert.Single(feed.State.UnlockRequestsIn(Feed.Pool)).Owner);
        Assert.Equal(Pha.Zero, feed.Position(Alice).UnlockingValue);
        Assert.Equal((Feed.Pha(99), Feed.Pha(100)), (feed.Position(Bob).Shares, feed.Position(Bob).Cost));
        Assert.Equal(
            [(Alice, Feed.Pha(-10), Pha.Zero), (Bob, Pha.Zero, Feed.Pha(10))],
            feed.StakeEvents.Where(row => row.Kind == StakeEventKind.UnlockCancelled)
                .Select(row => (row.Account, row.UnlockingValue, row.Value))
        );
    }

    [Fact]
    public void A_contract_wallet_is_found_by_the_owner_of_the_shares()
    {
        feed.Redeem(Bob, 10, 10, receiver: Alice);
        Request(10);
        Cancel(Alice, 10, 9, from: Carol);

        Assert.Equal(Bob, Assert.Single(feed.State.UnlockRequestsIn(Feed.Pool)).Owner);
    }

    [Fact]
    public void A_contract_wallet_is_found_by_the_receiver_of_its_request()
    {
        Request(10);
        feed.Redeem(Bob, 10, 10, receiver: Feed.Account(9));
        Cancel(Feed.Account(9), 10, 9, from: Carol);

        Assert.Equal(Alice, Assert.Single(feed.State.UnlockRequestsIn(Feed.Pool)).Owner);
        Assert.Equal(Feed.Pha(10), feed.Position(Feed.Account(9)).Cost);
    }

    [Fact]
    public void The_only_request_over_the_amount_is_the_cancelled_one()
    {
        Request(10, 11);
        Cancel(Feed.Account(9), 10, 9, from: Carol);

        Assert.Equal([Feed.Pha(11)], Open());
    }

    [Fact]
    public void Of_equal_requests_the_oldest_is_cancelled()
    {
        Request(10, 10);
        Cancel(Alice, 10, 9, from: Alice);

        Assert.Equal(feed.Block.Height - 1, Assert.Single(feed.State.UnlockRequestsIn(Feed.Pool)).RequestHeight);
    }

    [Fact]
    public void A_cancellation_of_nobody_knows_whom_is_an_error()
    {
        Request(10);
        feed.Redeem(Bob, 10, 10);
        var exception = Assert.Throws<UnknownStateException>(() => Cancel(Carol, 10, 9, from: Carol));
        Assert.Contains("none of the 2 open requests", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Withdrawals_and_cancellations_of_nothing_make_no_row()
    {
        var rows = feed.Ledger.Rows.Count;
        feed.Withdraw(Alice, Alice, Alice, 0, 0);
        feed.Deposit(Feed.Vault, Alice, 0, 0, Alice);

        Assert.Equal(rows, feed.Ledger.Rows.Count);
        Assert.Empty(Open());
    }

    private void Request(params long[] amounts)
    {
        foreach (var amount in amounts)
        {
            feed.Redeem(Alice, amount, amount);
        }
    }

    private void Cancel(AccountId owner, long assets, long shares, AccountId from)
    {
        feed.Transfer(Feed.Zero, owner, Feed.Wei(shares));
        feed.Deposit(Feed.Vault, owner, Feed.Wei(assets), Feed.Wei(shares), from);
    }

    private IEnumerable<Pha> Open() => feed.State.UnlockRequestsIn(Feed.Pool).Select(request => request.Assets);
}
