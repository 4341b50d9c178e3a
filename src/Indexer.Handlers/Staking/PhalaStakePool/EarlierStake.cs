using System.Numerics;
using Indexer.Domain;
using Indexer.Substrate;
using Indexer.Substrate.Events;

namespace Indexer.Handlers.Staking.PhalaStakePool;

/// <summary>
/// Stakes before spec 1160, whose events state neither shares nor rewards. Shares are those that the storage has after the block.
/// Rewards are derived (MinerSettled of PhalaMining), and whatever else moved the pool without an event shows when the storage before
/// the block is compared with the index: it becomes a row of its own (docs/chains/parachains.md, Stake pools of the first version).
/// </summary>
internal static class EarlierStake
{
    private const string Pallet = "PhalaStakePool";
    private const string Pools = "StakePools";
    private const string Stakers = "PoolStakers";

    /// <summary>Whether the runtime states something by an event of this name; later ones state more.</summary>
    public static bool States(this SubstrateEventContext context, string name) =>
        context.Runtime?.Metadata.FindPallet(Pallet)?.Events.Any(known => known.Name == name) ?? true;

    /// <summary>What an event of a delegator does not state: his shares after the block, and the pool before it.</summary>
    public static IEnumerable<StorageNeed> Needs(EventFields fields) =>
        fields.Has("shares")
            ? []
            :
            [
                new(
                    Pallet,
                    Stakers,
                    AtParent: false,
                    [.. StorageKeys.U64(fields.U64("pid")), .. fields.AccountId("user").ToArray()]
                ),
                PoolBefore(fields),
                QueueNeed(fields),
            ];

    /// <summary>The pool before the block.</summary>
    public static StorageNeed PoolBefore(EventFields fields) =>
        new(Pallet, Pools, AtParent: true, StorageKeys.U64(fields.U64("pid")));

    /// <summary>The pool after the block.</summary>
    public static StorageNeed QueueNeed(EventFields fields) =>
        new(Pallet, Pools, AtParent: false, StorageKeys.U64(fields.U64("pid")));

    /// <summary>The shares that wait for an account in a stored pool.</summary>
    public static Pha Queued(ScaleValue? pool, AccountId account) =>
        Fields(pool, Pools)
            ?.Sequence("withdraw_queue")
            .Select(entry => Fields(entry, Pools)!)
            .Where(entry => entry.AccountId("user") == account)
            .Aggregate(Pha.Zero, (sum, entry) => sum + entry.Balance("shares"))
        ?? Pha.Zero;

    /// <summary>How the shares of the event's delegator change.</summary>
    /// <exception cref="UnknownStateException">The node has no storage of the block.</exception>
    public static Pha SharesGained(this SubstrateEventContext context, NetworkState state)
    {
        var fields = context.Fields;
        var held = state.Position(fields.PoolId(), fields.AccountId("user")).Shares;
        return fields.Has("shares")
            ? fields.Balance("shares")
            : (Stored(context)?.Balance("shares") ?? throw NotStored(context)) - held;
    }

    /// <summary>
    /// What comes before an entry of the event's delegator: corrections of the pool, and what waits for him as the chain has it, which
    /// may depend on the order of several events in one block.
    /// </summary>
    /// <param name="context">The event.</param>
    /// <param name="state">The state before.</param>
    /// <param name="paid">What a claim pays; of other events null, then the storage tells what waits after the block.</param>
    public static IReadOnlyList<Change> Settled(
        this SubstrateEventContext context,
        NetworkState state,
        Pha? paid = null
    )
    {
        List<Change> changes = [.. context.Corrections(state)];
        var position = state.Position(context.Fields.PoolId(), context.Fields.AccountId("user"));
        if (
            !context.States("RewardReceived")
            && (paid ?? Stored(context)?.Balance("available_rewards")) is { } available
            && available - Waiting(position, changes.Corrected(state.Pool(position.PoolId).State))
                is { IsZero: false } more
        )
        {
            changes.Add(new StateChange(position with { AvailableReward = position.AvailableReward + more }));
        }

        return changes;
    }

    /// <summary>A pool after the corrections among some changes.</summary>
    public static PoolState Corrected(this IEnumerable<Change> changes, PoolState pool) =>
        changes.OfType<PoolChange>().Aggregate(pool, (before, change) => change.Apply(before));

    private static Pha Waiting(Position position, PoolState pool) =>
        position.AvailableReward
        + RewardAccumulator.Earned(position.Shares, pool.RewardAccumulator!.Value)
        - position.RewardDebt;

    /// <summary>What moved the pool without an event before this block, once in each block: what its events and settlements do not explain.</summary>
    public static IEnumerable<Change> Corrections(this SubstrateEventContext context, NetworkState state)
    {
        var poolId = context.Fields.PoolId();
        var isFirst = !context.Earlier.Any(earlier =>
            earlier.Pallet == Pallet
            && earlier.Name is "Contribution" or "Withdrawal" or "RewardsWithdrawn" or "StakerRewardsWithdrawn"
            && earlier.IsOfPool(poolId)
        );
        if (
            isFirst
            && !context.States("RewardReceived")
            && state.PoolBeforeBlock(poolId) is { } known
            && Fields(context.Stored(Pallet, Pools, atParent: true), Pools) is { } pool
        )
        {
            foreach (var change in Differences(known, pool, state.Pool(poolId).Pool.Account))
            {
                yield return change;
            }
        }
    }

    private static IEnumerable<Change> Differences(PoolState known, EventFields pool, AccountId account)
    {
        var poolId = known.PoolId;
        var more = (BigInteger)pool.U128("reward_acc") - known.RewardAccumulator!.Value;
        if (!more.IsZero)
        {
            var amount = RewardAccumulator.Earned(known.TotalShares, BigInteger.Abs(more));
            yield return new Reward
            {
                PoolId = poolId,
                Kind = RewardKind.Correction,
                Amount = more.Sign < 0 ? -amount : amount,
                TotalShares = known.TotalShares,
                Stated = false,
            };
            yield return new PoolChange(
                poolId,
                before => before.WithAccumulator(before.RewardAccumulator!.Value + more)
            );
        }

        var commission = pool.Balance("owner_reward") - known.OwnerReward;
        if (!commission.IsZero)
        {
            yield return new Reward
            {
                PoolId = poolId,
                Account = known.Owner,
                Kind = RewardKind.Owner,
                Amount = commission,
                Stated = false,
            };
            yield return new PoolChange(
                poolId,
                before => before with { OwnerReward = before.OwnerReward + commission }
            );
        }

        var free = pool.Balance("free_stake") - known.FreeValue;
        if (!free.IsZero)
        {
            yield return new PoolChange(poolId, before => before with { FreeValue = before.FreeValue + free });
        }

        var value = pool.Balance("total_stake") - known.TotalValue;
        if (!value.IsZero)
        {
            yield return new StakeEvent
            {
                PoolId = poolId,
                Account = account,
                Kind = StakeEventKind.Correction,
                Value = value,
            };
        }
    }

    private static EventFields? Stored(SubstrateEventContext context) =>
        Fields(context.Stored(Pallet, Stakers), Stakers);

    private static EventFields? Fields(ScaleValue? stored, string entry) =>
        stored is ScaleComposite composite ? new EventFields($"{Pallet}.{entry}", composite.Fields) : null;

    private static UnknownStateException NotStored(SubstrateEventContext context) =>
        new(
            $"before spec 1160 only the storage after the block tells the shares of {context.Fields.AccountId("user")} in pool "
                + $"{context.Fields.PoolId()}, and no node has it. Add an archive node to the endpoints."
        );
}
