using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using Indexer.Domain;
using Indexer.Handlers.Tests.Kit;

namespace Indexer.Handlers.Tests;

/// <summary>Random histories of a stake pool and of a vault that delegates to it, compared with the books of the simulated pools.</summary>
public sealed class HistoryTests
{
    private static readonly Arbitrary<int[]> Histories = Gen.Choose(0, int.MaxValue).ArrayOf().ToArbitrary();
    private static readonly AccountId[] Users = [Given.Alice, Given.Bob, Given.Carol];

    [Fact]
    public void The_index_has_the_shares_values_and_queues_of_the_pools() =>
        Check(history =>
        {
            foreach (var (pid, pool) in history.Pools)
            {
                var state = history.Chain.Pool(pid);
                Assert.Equal(Pico(pool.Value), state.TotalValue);
                Assert.Equal(Pico(pool.Shares), state.TotalShares);
                Assert.Equal(Pico(pool.Free), state.FreeValue);
                Assert.Equal(Pico(pool.Queued), state.WithdrawingShares);
                Assert.Equal(Pico(pool.OwnerShares), state.OwnerShares);
                foreach (var holder in pool.Holders)
                {
                    var position = history.Chain.Position(pid, holder);
                    Assert.Equal(Pico(pool.SharesOf(holder)), position.Shares);
                    Assert.Equal(Pico(pool.QueuedOf(holder)), position.WithdrawingShares);
                }
            }
        });

    [Fact]
    public void All_positions_together_are_the_pool() =>
        Check(history =>
        {
            foreach (var pid in history.Pools.Keys)
            {
                var positions = Positions(history.Chain, pid);
                var state = history.Chain.Pool(pid);
                Assert.Equal(state.TotalShares, Sum(positions.Select(position => position.Shares)));
                Assert.Equal(state.WithdrawingShares, Sum(positions.Select(position => position.WithdrawingShares)));
            }
        });

    [Fact]
    public void A_position_is_the_sum_of_its_entries_and_has_no_cost_without_shares() =>
        Check(history =>
        {
            foreach (var pid in history.Pools.Keys)
            {
                foreach (var position in Positions(history.Chain, pid))
                {
                    var entries = Entries(history.Chain, pid)
                        .Where(entry => entry.Account == position.Account)
                        .ToList();
                    Assert.Equal(position.Shares, Sum(entries.Select(entry => entry.Shares)));
                    Assert.Equal(position.WithdrawingShares, Sum(entries.Select(entry => entry.WithdrawingShares)));
                    Assert.Equal(position.Cost, Sum(entries.Select(entry => entry.Cost)));
                    Assert.True(position.Cost >= Pha.Zero);
                    Assert.True(!position.Shares.IsZero || position.Cost.IsZero);
                }
            }
        });

    [Fact]
    public void What_the_holders_earned_is_what_the_pool_earned_but_for_rounding_down() =>
        Check(history =>
        {
            foreach (var pid in history.Pools.Keys)
            {
                var state = history.Chain.Pool(pid);
                var positions = Positions(history.Chain, pid);
                var earned = Sum(
                    positions.Select(position =>
                        position.AccruedReward
                        + RewardIndex.Earned(position.Shares, position.RewardIndex, state.RewardIndex)
                    )
                );
                var steps = Entries(history.Chain, pid).Count() + positions.Count + history.Chain.Rewards.Count();
                Assert.InRange(state.RewardsToStakers.Units - earned.Units, 0, steps);
            }
        });

    [Fact]
    public void No_two_rows_of_the_ledger_have_the_same_place() =>
        Check(history =>
        {
            var places = history.Chain.Ledger.Rows.Select(row => (row.GetType(), row.Height, row.Index, row.Ordinal));
            Assert.Equal(history.Chain.Ledger.Rows.Count, places.Distinct().Count());
        });

    private static void Check(Action<(Chain Chain, Dictionary<int, SimulatedPool> Pools)> holds) =>
        Prop.ForAll(Histories, steps => holds(Play(steps))).QuickCheckThrowOnFailure();

    private static (Chain Chain, Dictionary<int, SimulatedPool> Pools) Play(int[] steps)
    {
        var chain = new Chain().NewPool(PoolScript.StakePool, 0).NewPool(PoolScript.Vault, 1);
        // More than all steps together can take: what is paid out in between is little.
        Array.ForEach(Users, user => chain.Has(user, Pha.FromLegacy(Given.Legacy(1_000_000_000))));
        chain.Emit(
            PoolScript.StakePool,
            "PoolWorkerAdded",
            ("pid", 0),
            ("worker", Given.WorkerKey),
            ("session", Given.Account(0x12))
        );
        var vault = new SimulatedPool(chain, 1);
        var pool = new SimulatedPool(chain, 0) { Vault = vault };
        foreach (var step in steps)
        {
            var user = Users[step / 16 % 3];
            Step(step % 16, user, step / 48, chain, pool, vault);
        }

        chain.EndBlock();
        return (chain, new() { [0] = pool, [1] = vault });
    }

    private static void Step(int kind, AccountId user, int n, Chain chain, SimulatedPool pool, SimulatedPool vault)
    {
        var amount = ((BigInteger)n * 1_000_003) + 10_000_000_000;
        var percent = (n % 100) + 1;
        switch (kind)
        {
            case 0 or 1:
                pool.Contribute(user, amount);
                break;
            case 2 or 3:
                pool.Withdraw(user, percent);
                break;
            case 4:
                var before = chain.Rewards.Count();
                pool.Reward(amount);
                var passed = chain.Rewards.Skip(before).Where(reward => reward.PoolId == "1");
                vault.Value += passed.Aggregate(BigInteger.Zero, (sum, reward) => sum + reward.Amount.ToLegacy());
                break;
            case 5 or 6:
                vault.Contribute(user, amount);
                break;
            case 7 or 8:
                vault.Withdraw(user, percent);
                break;
            case 9 when (percent > 50 ? vault.Free : vault.Free / 2) is var invested && invested >= 10_000_000_000:
                pool.Contribute(Given.PoolAccount(1), invested, asVault: true);
                break;
            case 10:
                pool.Withdraw(Given.PoolAccount(1), percent);
                break;
            case 11:
                vault.GainOwnerShares(amount / 100);
                break;
            case 12:
                vault.ClaimOwnerShares(user, percent);
                break;
            case 13:
                pool.Start(percent);
                break;
            case 14:
                pool.Reclaim();
                break;
            default:
                chain.EndBlock();
                break;
        }
    }

    private static IEnumerable<StakeEvent> Entries(Chain chain, int pid) =>
        chain.Entries.Where(entry => entry.PoolId == $"{pid}");

    private static List<Position> Positions(Chain chain, int pid) =>
        [
            .. Entries(chain, pid)
                .Select(entry => entry.Account)
                .Distinct()
                .Select(account => chain.Position(pid, account)),
        ];

    private static Pha Pico(BigInteger picoPha) => Pha.FromLegacy((UInt128)picoPha);

    private static Pha Sum(IEnumerable<Pha> amounts) => amounts.Aggregate(Pha.Zero, (sum, amount) => sum + amount);
}
