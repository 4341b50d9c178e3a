namespace Indexer.Domain.Tests;

public sealed class NetworkLedgerTests
{
    private static readonly AccountId Alice = new([.. Enumerable.Repeat((byte)1, 32)]);
    private static readonly AccountId PoolAccount = new([.. Enumerable.Repeat((byte)9, 32)]);
    private readonly NetworkLedger ledger = new("net");
    private readonly BlockHeader block = new(5, new byte[32], new byte[32], DateTimeOffset.UnixEpoch, 1);

    public NetworkLedgerTests() =>
        Apply(
            0,
            new PoolAppeared(
                new Pool
                {
                    Network = "",
                    Id = "7",
                    Kind = PoolKind.StakePool,
                    Account = PoolAccount,
                    Height = 0,
                    Time = default,
                }
            )
        );

    [Fact]
    public void Rows_of_one_event_are_told_apart_by_their_ordinal()
    {
        Apply(3, Stake(10));
        Apply(3, Stake(20));
        Apply(4, Stake(30));

        Assert.Equal([(3, 0), (3, 1), (4, 0)], ledger.Rows.Select(row => (row.Index, row.Ordinal)));
        Assert.All(ledger.Rows, row => Assert.Equal(("net", 5L), (row.Network, row.Height)));
    }

    [Fact]
    public void A_position_is_the_sum_of_its_stake_events_and_earns_by_its_shares()
    {
        Apply(1, Stake(10));
        Apply(
            2,
            new Reward
            {
                PoolId = "7",
                Kind = RewardKind.Stakers,
                Amount = new Pha(50),
                Stated = true,
            }
        );
        Apply(3, Stake(10));
        Apply(
            4,
            new Reward
            {
                PoolId = "7",
                Kind = RewardKind.Stakers,
                Amount = new Pha(40),
                Stated = true,
            }
        );

        var (_, pool) = ledger.State.Pool("7");
        var position = ledger.State.Position("7", Alice);
        Assert.Equal((new Pha(20), new Pha(20)), (position.Shares, position.Cost));
        Assert.Equal(new Pha(110), pool.TotalValue);
        var earned =
            position.AccruedReward + RewardIndex.Earned(position.Shares, position.RewardIndex, pool.RewardIndex);
        Assert.Equal(new Pha(90), earned);
    }

    [Fact]
    public void An_account_appears_once()
    {
        Apply(1, Stake(1));
        Apply(2, Stake(1));
        Assert.Equal([PoolAccount, Alice], ledger.Accounts.Select(account => account.Address));
    }

    [Fact]
    public void A_number_that_would_go_below_zero_stops_with_its_name()
    {
        var exception = Assert.Throws<UnknownStateException>(() => Apply(1, Stake(-1)));
        Assert.Contains("shares in pool 7 of net", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_pool_stops_with_its_name()
    {
        var exception = Assert.Throws<UnknownStateException>(() => Apply(1, Stake(1) with { PoolId = "8" }));
        Assert.Contains("Pool 8 of net is unknown", exception.Message, StringComparison.Ordinal);
    }

    private static StakeEvent Stake(int amount) =>
        new()
        {
            PoolId = "7",
            Account = Alice,
            Kind = StakeEventKind.Contribution,
            Value = new Pha(amount),
            Shares = new Pha(amount),
            Cost = new Pha(amount),
        };

    private void Apply(int index, Change change) => ledger.Apply(change, new EventPlace(block, index, null, null));
}
