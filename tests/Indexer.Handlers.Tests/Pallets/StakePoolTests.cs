using Indexer.Domain;
using Indexer.Handlers.Tests.Kit;
using static Indexer.Handlers.Tests.Kit.Given;

namespace Indexer.Handlers.Tests.Pallets;

public sealed class StakePoolTests
{
    private readonly Chain chain = new Chain()
        .NewPool(PoolScript.StakePool, 0)
        .NextExtrinsic()
        .Mint(0, 0, Alice, Legacy(300))
        .Contributed(0, Alice, Legacy(300), Legacy(300))
        .EndBlock();

    [Fact]
    public void A_created_pool_is_known_by_its_id_its_account_and_its_collection()
    {
        var pool = chain.State.Pools["0"];
        Assert.Equal((PoolKind.StakePool, (long?)0, (long?)10_000), (pool.Kind, pool.Pid, pool.CollectionId));
        Assert.Equal((Owner, PoolAccount(0), 1L), (pool.Owner, pool.Account, pool.Height));
        Assert.Same(pool, chain.State.PoolOfAccount(PoolAccount(0)));
        Assert.Same(pool, chain.State.PoolOfCollection(10_000));
        Assert.Equal(Owner, chain.Pool(0).Owner);
    }

    [Fact]
    public void A_contribution_adds_value_shares_and_cost()
    {
        var position = chain.Position(0, Alice);
        Assert.Equal(
            (Tokens(300), Tokens(300), Pha.Zero),
            (position.Shares, position.Cost, position.WithdrawingShares)
        );
        Assert.Equal((Tokens(300), Tokens(300), Tokens(300)), Totals(0));
    }

    [Fact]
    public void Commission_and_capacity_are_terms_of_the_pool()
    {
        chain
            .Emit(PoolScript.StakePool, "PoolCommissionSet", ("pid", 0), ("commission", 100_000))
            .Emit(PoolScript.StakePool, "PoolCapacitySet", ("pid", 0), ("cap", Legacy(1_000)));
        Assert.Equal((100_000, Tokens(1_000)), (chain.Pool(0).Commission, chain.Pool(0).Capacity));
    }

    [Fact]
    public void A_worker_takes_stake_from_the_free_value_and_gives_it_back_when_reclaimed()
    {
        Added(0).Started(250);
        Assert.Equal((Tokens(300), Tokens(300), Tokens(50)), Totals(0));
        Assert.Equal(Tokens(250), chain.State.Workers.Find(("0", WorkerKey))!.Stake);
        Assert.Equal(1, chain.Pool(0).WorkerCount);
        Unlocked(250).On("WorkerReclaimed");
        Assert.Equal(Tokens(300), chain.Pool(0).FreeValue);
        Assert.Equal(Pha.Zero, chain.State.Workers.Find(("0", WorkerKey))!.Stake);
        On("PoolWorkerRemoved");
        Assert.Null(chain.State.Workers.Find(("0", WorkerKey)));
        Assert.Equal(0, chain.Pool(0).WorkerCount);
    }

    [Fact]
    public void A_worker_that_leaves_while_it_cools_down_leaves_its_stake_to_be_reclaimed()
    {
        Added(0).Started(250).On("PoolWorkerRemoved");
        chain.NewPool(PoolScript.StakePool, 1);
        Added(1);
        Unlocked(250).On("WorkerReclaimed");
        Assert.Equal((300, 0), (Whole(chain.Pool(0).FreeValue), Whole(chain.Pool(1).FreeValue)));
        Assert.Null(chain.State.Workers.Find(("0", WorkerKey)));
        Assert.NotNull(chain.State.Workers.Find(("1", WorkerKey)));
    }

    [Fact]
    public void A_worker_that_nobody_added_is_an_error_that_names_it()
    {
        var exception = Assert.Throws<UnknownStateException>(() => On("WorkerReclaimed"));
        Assert.Contains($"worker {WorkerKey} is unknown in pool 0", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reward_is_shared_by_owner_and_shares()
    {
        chain.NextExtrinsic().Mint(0, 1, Bob, Legacy(100)).Contributed(0, Bob, Legacy(100), Legacy(100)).EndBlock();
        chain.NextExtrinsic().Rewarded(0, Legacy(2), Legacy(8)).EndBlock();
        Assert.Equal((Tokens(408), Tokens(400), Tokens(408)), Totals(0));
        var pool = chain.Pool(0);
        Assert.Equal((Tokens(2), Tokens(2), Tokens(8)), (pool.OwnerReward, pool.RewardsToOwner, pool.RewardsToStakers));
        Assert.Equal((Tokens(6), Tokens(2)), (Earned(0, Alice), Earned(0, Bob)));
        Assert.Equal(
            [(RewardKind.Owner, Owner, Tokens(2), true), (RewardKind.Stakers, (AccountId?)null, Tokens(8), true)],
            chain.Rewards.Select(reward => (reward.Kind, reward.Account, reward.Amount, reward.Stated))
        );
    }

    [Fact]
    public void The_owner_withdraws_all_commission()
    {
        chain.NextExtrinsic().Rewarded(0, Legacy(2), Legacy(8));
        chain.Emit(PoolScript.StakePool, "OwnerRewardsWithdrawn", ("pid", 0), ("user", Owner), ("amount", Legacy(2)));
        Assert.Equal((Pha.Zero, Tokens(2)), (chain.Pool(0).OwnerReward, chain.Pool(0).RewardsToOwner));
        var entry = chain.Entries.Last();
        Assert.Equal(
            (StakeEventKind.OwnerRewardsWithdrawn, Owner, Tokens(2), Pha.Zero),
            (entry.Kind, entry.Account, entry.Amount, entry.Value)
        );
    }

    [Fact]
    public void A_part_that_was_dismissed_just_before_is_not_distributed()
    {
        Dismissed("RewardToOwnerDismissedDust", 5_000).Dismissed("RewardToDistributionDismissedDust", 45_000);
        chain.Rewarded(0, 5_000, 45_000);
        Assert.Equal(
            (Tokens(300), Pha.Zero, Pha.Zero),
            (chain.Pool(0).TotalValue, chain.Pool(0).OwnerReward, Earned(0, Alice))
        );
        Assert.All(chain.Rewards, reward => Assert.Equal(RewardKind.Dismissed, reward.Kind));
        Assert.Equal([Pico(5_000), Pico(45_000)], chain.Rewards.Select(reward => reward.Amount));
    }

    [Fact]
    public void An_earlier_dismissal_does_not_hold_for_the_next_reward()
    {
        Dismissed("RewardToDistributionDismissedDust", 45_000);
        chain.Rewarded(0, 5_000, 45_000).Rewarded(0, 5_000, 45_000);
        Assert.Equal(Pico(45_000), chain.Pool(0).RewardsToStakers);
        Assert.Equal(Pico(10_000), chain.Pool(0).OwnerReward);
    }

    [Fact]
    public void A_dismissal_of_another_pool_does_not_hold()
    {
        chain.NewPool(PoolScript.StakePool, 1).NextExtrinsic();
        Dismissed("RewardToDistributionDismissedDust", 45_000, pid: 1);
        chain.Rewarded(0, 0, 45_000);
        Assert.Equal(Pico(45_000), chain.Pool(0).RewardsToStakers);
    }

    [Fact]
    public void Dust_is_never_distributed()
    {
        chain.NextExtrinsic().Rewarded(0, 0, 1_000).Rewarded(0, 0, 1_001);
        Assert.Equal(Pico(1_001), chain.Pool(0).RewardsToStakers);
        Assert.Equal(Tokens(300) + Pico(1_001), chain.Pool(0).TotalValue);
        Assert.Equal(Tokens(300) + Pico(2_001), chain.Pool(0).FreeValue);
    }

    [Theory]
    [InlineData("RewardDismissedNoShare")]
    [InlineData("RewardDismissedDust")]
    public void A_dismissed_reward_is_nobodys(string name)
    {
        Dismissed(name, 900);
        var reward = Assert.Single(chain.Rewards);
        Assert.Equal((RewardKind.Dismissed, Pico(900), "0"), (reward.Kind, reward.Amount, reward.PoolId));
        Assert.Equal((Tokens(300), Tokens(300), Tokens(300)), Totals(0));
    }

    [Fact]
    public void A_slash_takes_value_and_comes_off_what_is_reclaimed()
    {
        Added(0).Started(250);
        chain
            .Emit(PoolScript.StakePool, "PoolSlashed", ("pid", 0), ("amount", Legacy(10)))
            .Emit(PoolScript.StakePool, "SlashSettled", ("pid", 0), ("user", Alice), ("amount", Legacy(10)));
        Unlocked(240).On("WorkerReclaimed");
        Assert.Equal((Tokens(290), Tokens(300), Tokens(290)), Totals(0));
        Assert.Equal([PoolAccount(0), Alice], chain.Entries.Skip(1).Select(entry => entry.Account));
        Assert.Equal(Tokens(300), chain.Position(0, Alice).Shares);
    }

    [Fact]
    public void An_event_of_an_unknown_pool_is_an_error_that_names_it()
    {
        var exception = Assert.Throws<UnknownStateException>(() => chain.Rewarded(7, Legacy(1), Legacy(1)));
        Assert.Contains("Pool 7 of phala is unknown", exception.Message, StringComparison.Ordinal);
    }

    private StakePoolTests Added(int pid)
    {
        chain.Emit(
            PoolScript.StakePool,
            "PoolWorkerAdded",
            ("pid", pid),
            ("worker", WorkerKey),
            ("session", Account(0x12))
        );
        return this;
    }

    private StakePoolTests Unlocked(long pha)
    {
        chain.Pays(Account(0x13), PoolAccount(0), Legacy(pha));
        return this;
    }

    private StakePoolTests Started(long pha)
    {
        chain.Pays(PoolAccount(0), Account(0x13), Legacy(pha));
        chain.Emit(PoolScript.StakePool, "WorkingStarted", ("pid", 0), ("worker", WorkerKey), ("amount", Legacy(pha)));
        return this;
    }

    private StakePoolTests On(string name)
    {
        chain.Emit(PoolScript.StakePool, name, ("pid", 0), ("worker", WorkerKey));
        return this;
    }

    private StakePoolTests Dismissed(string name, int amount, int pid = 0)
    {
        chain.Emit(PoolScript.StakePool, name, ("pid", pid), ("amount", amount));
        return this;
    }

    private (Pha Value, Pha Shares, Pha Free) Totals(int pid) =>
        (chain.Pool(pid).TotalValue, chain.Pool(pid).TotalShares, chain.Pool(pid).FreeValue);

    private Pha Earned(int pid, AccountId account)
    {
        var position = chain.Position(pid, account);
        return position.AccruedReward
            + RewardIndex.Earned(position.Shares, position.RewardIndex, chain.Pool(pid).RewardIndex);
    }

    private static int Whole(Pha amount) => (int)(amount.Units / Domain.Pha.UnitsPerPha);
}
