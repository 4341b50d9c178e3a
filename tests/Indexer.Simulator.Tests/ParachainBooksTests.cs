using Indexer.Simulator.Staking;

namespace Indexer.Simulator.Tests;

public sealed class ParachainBooksTests
{
    public static TheoryData<ulong, string> Chains =>
        new(from seed in new ulong[] { 1, 2, 3, 4 } from chain in new[] { "khala", "phala" } select (seed, chain));

    [Theory]
    [MemberData(nameof(Chains))]
    public void All_shares_of_a_pool_belong_to_somebody_at_every_block(ulong seed, string name)
    {
        var chain = Chain(seed, name);
        for (var height = 0L; height <= chain.LastBlock; height++)
        {
            var books = chain.BooksAt(height);
            var positions = books.Positions.ToLookup(position => position.Pid);
            foreach (var pool in books.Pools.Values)
            {
                var shares = positions[pool.Pid].Select(position => position.Shares).Sum();
                Assert.Equal(pool.TotalShares, shares + pool.ClaimableOwnerShares);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Chains))]
    public void Wrapped_PHA_is_backed_by_PHA_and_no_PHA_is_made_or_lost(ulong seed, string name)
    {
        var chain = Chain(seed, name);
        var supply = chain.BooksAt(0).Accounts.Select(account => account.Free).Sum();
        for (var height = 0L; height <= chain.LastBlock; height += 7)
        {
            var accounts = chain.BooksAt(height).Accounts;
            var wrapped = accounts.Select(account => account.Wrapped).Sum();
            var dismissed = chain
                .BooksAt(height)
                .Dismissed.Where(one => one.Event.StartsWith("RewardTo", StringComparison.Ordinal));
            var backing = accounts.SingleOrDefault(account => account.Account == Ledger.WrappedPallet)?.Free ?? 0;
            Assert.Equal(supply, accounts.Select(account => account.Free + account.Reserved).Sum());
            var lost = chain.BooksAt(height).LostRests;
            Assert.Equal(backing, wrapped + dismissed.Select(one => one.Amount).Sum() + lost);
        }
    }

    [Theory]
    [MemberData(nameof(Chains))]
    public void The_treasury_gets_a_quarter_of_what_the_subsidy_pool_pays_for_work(ulong seed, string name)
    {
        var chain = Chain(seed, name);
        var books = chain.Books;
        var parts = books
            .Dismissed.Where(one => one.Event != "RewardDismissedNotInPool")
            .ToLookup(one => one.Event.StartsWith("RewardTo", StringComparison.Ordinal), one => one.Amount);
        var paid = books.Rewards.Select(reward => reward.ToOwner + reward.ToStakers).Sum();
        var treasury = Subsidy(chain.BooksAt(0)) - Subsidy(books) - paid;
        // A settlement rounds both amounts down; a reward of which both parts were dismissed is in no other book.
        var slack = (Int128)(5 * ((uint)books.EventCounts["PhalaComputation.SessionSettled"] + parts[true].Sum()));
        // What was settled too late pays a pool, and the treasury nothing.
        var due = (Int128)(paid + parts[false].Sum()) - (Int128)books.DroppedPayouts;
        Assert.InRange((Int128)(treasury * 4) - due, -slack, slack);

        static UInt128 Subsidy(ParachainBooks books) =>
            books.Accounts.Single(account => account.Account == Ledger.SubsidyPool).Free;
    }

    /// <summary>The world has what the index must tell apart.</summary>
    [Theory]
    [MemberData(nameof(Chains))]
    public void Sessions_live_and_the_terms_of_rewards_change(ulong seed, string name)
    {
        var chain = Chain(seed, name);
        var counts = chain.Books.EventCounts;
        Assert.All(
            new[]
            {
                "PhalaComputation.WorkerStopped",
                "PhalaComputation.WorkerReclaimed",
                "PhalaComputation.WorkerExitUnresponsive",
                "PhalaComputation.SessionSettlementDropped",
                "PhalaComputation.BenchmarkUpdated",
                "PhalaComputation.BudgetUpdated",
                "PhalaComputation.CoolDownExpirationChanged",
                "PhalaComputation.SubsidyBudgetHalved",
                "PhalaRegistry.WorkerUpdated",
            },
            name => Assert.True(counts.GetValueOrDefault(name) > 0, name)
        );
        var workers = chain.Books.Pools.Values.SelectMany(pool => pool.Workers).ToList();
        Assert.Contains(workers, worker => worker.V != (worker.InitialV ?? 0));
        Assert.True(chain.Books.Registrations.Select(worker => worker.ConfidenceLevel).Distinct().Count() > 2);
    }

    [Theory]
    [MemberData(nameof(Chains))]
    public void A_stake_pools_value_is_what_is_free_locked_or_leaked(ulong seed, string name)
    {
        var books = Chain(seed, name).Books;
        foreach (var pool in books.Pools.Values.Where(pool => pool.Kind == PoolKind.StakePool))
        {
            var locked = pool.Workers.Select(worker => worker.Stake).Sum();
            var backed = pool.FreeValue + locked + pool.LeakedDust;
            // A value of dust is set to zero although the dust stays on the account.
            Assert.InRange(backed - pool.TotalValue, UInt128.Zero, (UInt128)1000);
        }
    }

    [Theory]
    [MemberData(nameof(Chains))]
    public void A_pools_value_is_the_sum_of_its_movements_and_rewards(ulong seed, string name)
    {
        var books = Chain(seed, name).Books;
        foreach (var pool in books.Pools.Values)
        {
            var moves = books.Moves.Where(move => move.Pid == pool.Pid).ToList();
            var paidIn = Amounts(moves, StakeMoveKind.Contribution);
            var paidOut = Amounts(moves, StakeMoveKind.Withdrawal);
            var earned =
                pool.Kind == PoolKind.StakePool
                    ? books
                        .Rewards.Where(reward => reward.Pid == pool.Pid && reward.Distributed)
                        .Select(reward => reward.ToStakers)
                    : books.VaultRewards.Where(reward => reward.Pid == pool.Pid).Select(reward => reward.Amount);
            Assert.InRange(paidIn + earned.Sum() - paidOut - pool.TotalValue, UInt128.Zero, (UInt128)1000);
        }
    }

    [Theory]
    [MemberData(nameof(Chains))]
    public void Owner_rewards_are_the_commissions_less_what_was_withdrawn(ulong seed, string name)
    {
        var books = Chain(seed, name).Books;
        foreach (var pool in books.Pools.Values.Where(pool => pool.Kind == PoolKind.StakePool))
        {
            var earned = books.Rewards.Where(reward => reward.Pid == pool.Pid).Select(reward => reward.ToOwner).Sum();
            var dismissed = books
                .Dismissed.Where(one => one.Pid == pool.Pid && one.Event == "RewardToOwnerDismissedDust")
                .Select(one => one.Amount)
                .Sum();
            var taken = books.OwnerTakes.Where(take => take.Pid == pool.Pid).Select(take => take.Amount).Sum();
            Assert.Equal(earned - dismissed, pool.OwnerReward + taken);
        }
    }

    [Theory]
    [MemberData(nameof(Chains))]
    public void The_snapshot_holds_all_positions_of_people(ulong seed, string name)
    {
        var chain = Chain(seed, name);
        var people = chain.Snapshot.Select(entry => entry.Account).ToHashSet();
        var books = chain.BooksAt(chain.LastBlock);
        var delegated = books
            .Positions.Where(position => people.Contains(position.Account))
            .Select(position => position.Value);
        Assert.Equal(delegated.Sum(), chain.Snapshot.Select(entry => entry.Delegated).Sum());
        Assert.Equal(
            books.Accounts.Where(account => people.Contains(account.Account)).Select(account => account.Free).Sum(),
            chain.Snapshot.Select(entry => entry.Free).Sum()
        );
    }

    [Fact]
    public void The_story_has_queued_partial_replaced_and_later_paid_withdrawals()
    {
        var moves = Worlds.Small(1).Khala.Books.Moves;
        var queued = moves.Where(move => move.Kind == StakeMoveKind.WithdrawalQueued).ToList();
        var paid = moves.Where(move => move.Kind == StakeMoveKind.Withdrawal).ToList();
        Assert.Contains(queued, entry => paid.Exists(one => SameDay(one, entry) && one.Shares == entry.Shares));
        Assert.Contains(queued, entry => paid.Exists(one => SameDay(one, entry) && one.Shares < entry.Shares));
        Assert.Contains(paid, one => !queued.Exists(entry => SameDay(one, entry)));
        Assert.Contains(queued, entry => entry.AsVault is not null);
        Assert.Contains(moves, move => move.Kind == StakeMoveKind.OwnerSharesClaimed);
    }

    [Fact]
    public void The_story_has_every_way_in_which_a_reward_is_dismissed_and_a_forced_shutdown()
    {
        var size = WorldSize.Small with
        {
            PhalaBlocks = 1_200,
            KhalaBlocks = 20,
            EthereumBlocks = 10,
            ActionsPerBlock = 2,
        };
        var counts = World.Create(1, size).Phala.Books.EventCounts;
        string[] expected =
        [
            "PhalaStakePoolv2.RewardDismissedDust",
            "PhalaStakePoolv2.RewardDismissedNoShare",
            "PhalaStakePoolv2.RewardDismissedNotInPool",
            "PhalaStakePoolv2.RewardToOwnerDismissedDust",
            "PhalaVault.ForceShutdown",
            "PhalaBasePool.PoolWhitelistDeleted",
            "System.ExtrinsicFailed",
        ];
        Assert.Equal([], expected.Except(counts.Keys).Except(Worlds.Small(1).Phala.Books.EventCounts.Keys));
    }

    private static bool SameDay(StakeMove one, StakeMove other) =>
        (one.Height, one.Pid, one.Account) == (other.Height, other.Pid, other.Account);

    private static UInt128 Amounts(IEnumerable<StakeMove> moves, StakeMoveKind kind) =>
        moves.Where(move => move.Kind == kind).Select(move => move.Amount).Sum();

    private static SimulatedParachain Chain(ulong seed, string name) =>
        name == "khala" ? Worlds.Small(seed).Khala : Worlds.Small(seed).Phala;
}
