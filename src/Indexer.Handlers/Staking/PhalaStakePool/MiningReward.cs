using System.Numerics;
using Indexer.Domain;

namespace Indexer.Handlers.Staking.PhalaStakePool;

/// <summary>A reward of a stake pool of the first version, parted between its owner and its shares.</summary>
internal static class MiningReward
{
    private static readonly BigInteger Million = 1_000_000;

    /// <summary>The changes.</summary>
    /// <param name="state">The state before.</param>
    /// <param name="poolId">The pool.</param>
    /// <param name="toOwner">The owner's commission.</param>
    /// <param name="toStakers">What is for the shares; dust is lost.</param>
    /// <param name="stated">Whether the chain stated both parts.</param>
    /// <param name="dustCounts">Whether dust is for the shares, too, as before spec 1060.</param>
    public static IEnumerable<Change> Changes(
        NetworkState state,
        string poolId,
        Pha toOwner,
        Pha toStakers,
        bool stated,
        bool dustCounts = false
    )
    {
        var pool = state.Pool(poolId).State;
        if (!toOwner.IsZero)
        {
            yield return new Reward
            {
                PoolId = poolId,
                Account = pool.Owner,
                Kind = RewardKind.Owner,
                Amount = toOwner,
                Stated = stated,
            };
            yield return new PoolChange(poolId, before => before with { OwnerReward = before.OwnerReward + toOwner });
        }

        if (dustCounts ? !toStakers.IsZero : !Dust.IsDust(toStakers))
        {
            yield return new Reward
            {
                PoolId = poolId,
                Kind = RewardKind.Stakers,
                Amount = toStakers,
                TotalShares = pool.TotalShares,
                Stated = stated,
            };
        }
    }

    /// <summary>
    /// A settled payout, whose parts only later runtimes state (since spec 1160). Permill rounds to the nearest unit, down from the
    /// middle. Source: phala-blockchain stakepool.rs, on_reward; sp_arithmetic, per_things.
    /// </summary>
    /// <param name="context">The settlement.</param>
    /// <param name="state">The state before.</param>
    /// <param name="payout">The payout as bits of U64F64.</param>
    public static IEnumerable<Change> Derived(SubstrateEventContext context, NetworkState state, UInt128 payout) =>
        Parted(
            state,
            state.Miner(context.Fields).PoolId,
            RewardAccumulator.FromBits(payout),
            dustCounts: !context.States("RewardDismissedDust")
        );

    /// <summary>A reward whose parts nothing states.</summary>
    /// <param name="state">The state before.</param>
    /// <param name="poolId">The pool.</param>
    /// <param name="reward">The whole reward.</param>
    /// <param name="dustCounts">Whether dust is for the shares, too, as before spec 1060.</param>
    public static IEnumerable<Change> Parted(NetworkState state, string poolId, Pha reward, bool dustCounts)
    {
        var pool = state.Pool(poolId).State;
        if (reward.IsZero || (dustCounts ? pool.TotalShares.IsZero : Dust.IsDust(pool.TotalShares)))
        {
            return [];
        }

        var (whole, rest) = BigInteger.DivRem(reward.ToLegacy() * (pool.Commission ?? 0), Million);
        var commission = Pha.FromLegacy((UInt128)(rest * 2 > Million ? whole + 1 : whole));
        return Changes(state, poolId, commission, reward - commission, stated: false, dustCounts);
    }
}
