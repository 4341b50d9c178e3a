using System.Numerics;

namespace Indexer.Domain;

/// <summary>What one account has in one pool.</summary>
public sealed record Position : StateRow
{
    /// <summary>The pool.</summary>
    public required string PoolId { get; init; }

    /// <summary>The account.</summary>
    public required AccountId Account { get; init; }

    /// <summary>Shares, queued ones included.</summary>
    public Pha Shares { get; init; }

    /// <summary>The part of the shares that waits in the withdrawal queue.</summary>
    public Pha WithdrawingShares { get; init; }

    /// <summary>PHA that left the shares and waits for its unlock period (PHA vault).</summary>
    public Pha UnlockingValue { get; init; }

    /// <summary>Cost basis of the shares in PHA.</summary>
    public Pha Cost { get; init; }

    /// <summary>The pool's reward index when the position last changed, in PHA times 10^36.</summary>
    public BigInteger RewardIndex { get; init; }

    /// <summary>What the position earned until it last changed, in PHA; shares times the growth of the pool's index come on top.</summary>
    public Pha AccruedReward { get; init; }

    /// <summary>
    /// Rewards of a stake pool of the first version that were settled and wait to be claimed, in PHA (available_rewards of
    /// PhalaStakePool); what the accumulator of the pool added since comes on top.
    /// </summary>
    public Pha AvailableReward { get; init; }

    /// <summary>What the accumulator of a stake pool of the first version had given to the shares when they were last settled, in PHA (reward_debt of PhalaStakePool).</summary>
    public Pha RewardDebt { get; init; }

    /// <summary>What waits to be claimed beside the shares, in PHA; nothing but in a stake pool of the first version.</summary>
    /// <param name="pool">The state of its pool.</param>
    public Pha PendingIn(PoolState pool) =>
        pool.RewardAccumulator is { } accumulator
            ? AvailableReward + RewardAccumulator.Earned(Shares, accumulator) - RewardDebt
            : Pha.Zero;

    /// <summary>The part of the cost basis that leaves with some of the shares: proportional, rounded down, all of it with the last share.</summary>
    /// <param name="shares">Shares that leave, at most all of them.</param>
    public Pha CostOf(Pha shares) =>
        shares >= Shares
            ? Cost
            : Pha.FromBigInteger(Cost.ToBigInteger() * shares.ToBigInteger() / Shares.ToBigInteger());
}
