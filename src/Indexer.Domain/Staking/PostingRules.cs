using System.Numerics;

namespace Indexer.Domain;

/// <summary>The posting rules: how a ledger row moves the pool and the position that it names.</summary>
internal static class PostingRules
{
    public static void Post(NetworkState state, StakeEvent entry)
    {
        var poolId = entry.PoolId!;
        var pool = state.Pool(poolId).State;
        var position = state.Position(poolId, entry.Account);
        var after = position with
        {
            Shares = position.Shares + entry.Shares,
            WithdrawingShares = position.WithdrawingShares + entry.WithdrawingShares,
            UnlockingValue = position.UnlockingValue + entry.UnlockingValue,
            Cost = position.Cost + entry.Cost,
            AccruedReward =
                position.AccruedReward + RewardIndex.Earned(position.Shares, position.RewardIndex, pool.RewardIndex),
            RewardIndex = pool.RewardIndex,
        };
        if (pool.RewardAccumulator is { } accumulator)
        {
            after = Settled(position, after, entry, accumulator);
        }

        if (entry.Kind == StakeEventKind.VersionMoved)
        {
            (after, pool) = Compounded(after, pool, entry.Amount);
        }

        RequireNotNegative(state, entry, "shares", after.Shares);
        RequireNotNegative(state, entry, "withdrawing shares", after.WithdrawingShares);
        RequireNotNegative(state, entry, "unlocking value", after.UnlockingValue);
        state.Set(after);
        state.Set(
            pool with
            {
                TotalValue = pool.TotalValue + entry.Value,
                TotalShares = pool.TotalShares + entry.Shares,
                WithdrawingShares = pool.WithdrawingShares + entry.WithdrawingShares,
                UnlockingValue = pool.UnlockingValue + entry.UnlockingValue,
            }
        );
    }

    public static void Post(NetworkState state, Reward reward)
    {
        var pool = state.Pool(reward.PoolId).State;
        state.Set(
            reward.Kind switch
            {
                RewardKind.Stakers when pool.RewardAccumulator is { } accumulator => Accumulated(
                    pool,
                    accumulator,
                    reward.Amount
                ),
                RewardKind.Stakers => Spread(pool, reward.Amount) with { TotalValue = pool.TotalValue + reward.Amount },
                RewardKind.Correction => pool with { RewardsToStakers = pool.RewardsToStakers + reward.Amount },
                RewardKind.Commission => Spread(pool, reward.Amount),
                RewardKind.Owner => pool with { RewardsToOwner = pool.RewardsToOwner + reward.Amount },
                _ => pool,
            }
        );
    }

    private static PoolState Spread(PoolState pool, Pha amount) =>
        pool with
        {
            RewardIndex = RewardIndex.After(pool.RewardIndex, amount, pool.TotalShares),
            RewardsToStakers = pool.RewardsToStakers + amount,
        };

    /// <summary>A reward of a stake pool of the first version: it waits beside the shares and adds nothing to their value.</summary>
    private static PoolState Accumulated(PoolState pool, BigInteger accumulator, Pha amount) =>
        pool.WithAccumulator(RewardAccumulator.After(accumulator, amount, pool.TotalShares)) with
        {
            RewardsToStakers = pool.RewardsToStakers + amount,
        };

    /// <summary>What waits for a delegator of the first version is settled with every entry; a claim takes all of it.</summary>
    private static Position Settled(Position before, Position after, StakeEvent entry, BigInteger accumulator)
    {
        var available =
            before.AvailableReward + RewardAccumulator.Earned(before.Shares, accumulator) - before.RewardDebt;
        if (entry.Kind == StakeEventKind.StakerRewardsWithdrawn && entry.Amount != available)
        {
            throw new UnknownStateException(
                $"{entry.Account} claimed {entry.Amount} PHA of pool {entry.PoolId}, but {available} PHA waited; events are missing before it."
            );
        }

        return after with
        {
            AvailableReward = entry.Kind
                is StakeEventKind.StakerRewardsWithdrawn
                    or StakeEventKind.VersionMoved
                    or StakeEventKind.Migrated
                ? Pha.Zero
                : available,
            RewardDebt = RewardAccumulator.Earned(after.Shares, accumulator),
        };
    }

    /// <summary>What waited for one delegator becomes value of all shares: what he had earned is theirs, and no reward is new.</summary>
    private static (Position Position, PoolState Pool) Compounded(Position position, PoolState pool, Pha amount) =>
        (
            position with
            {
                AccruedReward = position.AccruedReward - amount,
            },
            pool with
            {
                RewardIndex = RewardIndex.After(pool.RewardIndex, amount, pool.TotalShares),
            }
        );

    private static void RequireNotNegative(NetworkState state, StakeEvent entry, string what, Pha value)
    {
        if (value < Pha.Zero)
        {
            throw new UnknownStateException(
                $"{entry.Kind} would leave {entry.Account} with {value} {what} in pool {entry.PoolId} of {state.Network}; "
                    + "events are missing before it."
            );
        }
    }
}
