using System.Numerics;
using Indexer.Domain;

namespace Indexer.Handlers.Evm.Tests;

public sealed class RewardTests
{
    private static readonly AccountId Alice = Feed.Account(1);
    private static readonly AccountId Bob = Feed.Account(2);
    private readonly Feed feed = new();

    [Fact]
    public void Settled_rewards_are_earned_by_all_shares_in_proportion()
    {
        feed.Buy(Alice, 30, 30);
        feed.Buy(Bob, 10, 10);
        feed.RewardsSettled(Feed.Wei(8), Feed.Wei(48));

        Assert.Equal((Feed.Pha(6), Feed.Pha(2)), (Earned(Alice), Earned(Bob)));
        Assert.Equal((Feed.Pha(48), Feed.Pha(8)), (feed.PoolNow.TotalValue, feed.PoolNow.RewardsToStakers));
        var reward = Assert.Single(feed.Ledger.Rows.OfType<Reward>());
        Assert.Equal(
            (RewardKind.Stakers, Feed.Pha(8), Feed.Pha(40), true, (AccountId?)null),
            (reward.Kind, reward.Amount, reward.TotalShares, reward.Stated, reward.Account)
        );
    }

    [Fact]
    public void The_stated_assets_win_over_the_sum_of_events()
    {
        feed.RewardsSettled(Feed.Wei(1), Feed.Wei(500));
        Assert.Equal(Feed.Pha(500), feed.PoolNow.TotalValue);

        feed.Buy(Alice, 100, 100);
        feed.RewardsSettled(Feed.Wei(2), Feed.Wei(601));
        Assert.Equal(Feed.Pha(601), feed.PoolNow.TotalValue);
    }

    [Fact]
    public void The_treasury_earns_beside_the_shares()
    {
        feed.Buy(Alice, 40, 40);
        feed.Log(Feed.Vault, Topics.TreasurySettled, [], [1, Feed.Wei(2), Feed.Wei(9)]);
        feed.Log(Feed.Vault, Topics.TreasuryAssetsClaimed, [Bob], [Feed.Wei(9)]);

        var reward = Assert.Single(feed.Ledger.Rows.OfType<Reward>());
        Assert.Equal(
            (RewardKind.Treasury, Feed.Pha(2), (AccountId?)null, Pha.Zero),
            (reward.Kind, reward.Amount, reward.Account, reward.TotalShares)
        );
        var paid = feed.StakeEvents.Last();
        Assert.Equal(
            (StakeEventKind.TreasuryClaimed, Bob, Feed.Pha(9), Pha.Zero),
            (paid.Kind, paid.Account, paid.Amount, paid.Value)
        );
        Assert.Equal((Pha.Zero, Feed.Pha(40)), (Earned(Alice), feed.PoolNow.TotalValue));
    }

    [Fact]
    public void Each_update_sets_its_term_and_keeps_the_others()
    {
        feed.Log(Feed.Vault, Topics.RewardRateUpdated, [], [1, Feed.Wei(3)]);
        feed.Log(Feed.Vault, Topics.TreasuryRatioUpdated, [], [1, 2000]);
        feed.Log(Feed.Vault, Topics.UnlockPeriodUpdated, [], [1, 1_814_400]);
        feed.Log(Feed.Vault, Topics.MaxUnlockRequestsUpdated, [], [1, 10]);
        feed.Log(Feed.Vault, Topics.TreasuryRatioUpdated, [], [2000, 2500]);

        Assert.Equal(
            new VaultTerms
            {
                PoolId = Feed.Pool,
                RewardRate = Feed.Pha(3),
                TreasuryRatio = 2500,
                UnlockPeriod = 1_814_400,
                MaxUnlockRequests = 10,
            },
            feed.State.VaultTerms.Find(Feed.Pool)
        );
        Assert.Empty(feed.Ledger.Rows);
    }

    [Fact]
    public void A_term_that_does_not_fit_names_the_log()
    {
        var exception = Assert.Throws<UnknownStateException>(() =>
            feed.Log(Feed.Vault, Topics.UnlockPeriodUpdated, [], [1, BigInteger.Pow(2, 64)])
        );
        Assert.Contains(
            "UnlockPeriodUpdated.newUnlockPeriod of log 0 of block 21596326",
            exception.Message,
            StringComparison.Ordinal
        );
    }

    private Pha Earned(AccountId account)
    {
        var position = feed.Position(account);
        return position.AccruedReward
            + RewardIndex.Earned(position.Shares, position.RewardIndex, feed.PoolNow.RewardIndex);
    }
}
