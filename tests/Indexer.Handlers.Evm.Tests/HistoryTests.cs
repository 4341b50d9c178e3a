using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using Indexer.Domain;

namespace Indexer.Handlers.Evm.Tests;

public sealed class HistoryTests
{
    private static readonly Gen<Step> Steps =
        from kind in Gen.Choose(0, 4)
        from who in Gen.Choose(1, 3)
        from whom in Gen.Choose(1, 3)
        from part in Gen.Elements(0, 1, 2, 25, 33, 50, 99, 100)
        from pause in Gen.Choose(0, 700)
        select new Step(kind, (byte)who, (byte)whom, part, pause);

    [Fact]
    public void After_any_history_the_books_equal_those_of_the_vault() =>
        Prop.ForAll(Gen.ArrayOf(Steps).ToArbitrary(), steps => Check(Play(steps, isEndowed: true)))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void They_are_equal_also_where_the_vault_began_empty_and_a_share_costs_fortunes() =>
        Prop.ForAll(Gen.ArrayOf(Steps).ToArbitrary(), steps => Check(Play(steps, isEndowed: false)))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_long_history_does_everything_and_the_books_still_agree()
    {
        var played = Play(Gen.ArrayOf(Steps, 600).Sample(1, 1).Single(), isEndowed: true);
        Check(played);
        Assert.Equal(
            ["cancel", "claim of a sum", "claim one by one", "deposit", "redeem", "transfer", "transfer to oneself"],
            played.Model.Played.Keys.Order(StringComparer.Ordinal)
        );
    }

    private static (Feed Feed, VaultModel Model) Play(Step[] steps, bool isEndowed)
    {
        var feed = new Feed();
        var model = new VaultModel(feed);
        feed.RewardsSettled(0, 0);
        if (isEndowed)
        {
            model.Endow(Feed.Account(4));
        }

        foreach (var step in steps)
        {
            model.Play(step);
        }

        feed.NextBlock();
        return (feed, model);
    }

    private static void Check((Feed Feed, VaultModel Model) played)
    {
        var (feed, model) = played;
        CheckPool(feed, model);
        foreach (var account in feed.Accounts)
        {
            CheckPosition(feed, model, account);
        }

        var earned = Sum(feed.Accounts.Select(account => Earned(feed, account)));
        Assert.InRange(model.EarnedRewards - earned, 0, feed.Ledger.Rows.Count + feed.Accounts.Count);
    }

    private static void CheckPool(Feed feed, VaultModel model)
    {
        var pool = feed.PoolNow;
        Assert.Equal(model.Supply, pool.TotalShares.ToBigInteger());
        Assert.Equal(model.Assets, pool.TotalValue.ToBigInteger());
        Assert.Equal(model.UnstakeLocked, pool.UnlockingValue.ToBigInteger());
        Assert.Equal(model.UnstakeLocked, Sum(model.Requests.Select(request => request.Assets)));
        Assert.Equal(
            model.Requests.Select(request => (request.Owner, request.Receiver, request.Assets)),
            feed.State.UnlockRequestsIn(Feed.Pool)
                .Select(request => (request.Owner, request.Receiver, request.Assets.ToBigInteger()))
        );
        Assert.Equal(model.Supply, Sum(feed.Accounts.Select(account => feed.Position(account).Shares.ToBigInteger())));
    }

    private static void CheckPosition(Feed feed, VaultModel model, AccountId account)
    {
        var position = feed.Position(account);
        var expected = model.Holdings.GetValueOrDefault(account) ?? new Holding();
        var unlocking = Sum(model.Requests.Where(one => one.Owner == account).Select(one => one.Assets));
        Assert.Equal(
            (expected.Shares, expected.Cost, unlocking),
            (position.Shares.ToBigInteger(), position.Cost.ToBigInteger(), position.UnlockingValue.ToBigInteger())
        );
        var rows = feed.StakeEvents.Where(row => row.Account == account).ToList();
        Assert.Equal(expected.Shares, Sum(rows.Select(row => row.Shares.ToBigInteger())));
        Assert.Equal(expected.Cost, Sum(rows.Select(row => row.Cost.ToBigInteger())));
        Assert.Equal(unlocking, Sum(rows.Select(row => row.UnlockingValue.ToBigInteger())));
        Assert.InRange(
            expected.Earned / VaultModel.EarnedScale - Earned(feed, account),
            -1,
            feed.Ledger.Rows.Count + 1
        );
    }

    private static BigInteger Earned(Feed feed, AccountId account)
    {
        var position = feed.Position(account);
        var since = RewardIndex.Earned(position.Shares, position.RewardIndex, feed.PoolNow.RewardIndex);
        return (position.AccruedReward + since).ToBigInteger();
    }

    private static BigInteger Sum(IEnumerable<BigInteger> values) => values.Aggregate(BigInteger.Zero, BigInteger.Add);
}
