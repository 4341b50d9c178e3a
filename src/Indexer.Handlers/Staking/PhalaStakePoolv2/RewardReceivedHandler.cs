using Indexer.Domain;
using Indexer.Substrate.Events;

namespace Indexer.Handlers.Staking.PhalaStakePoolv2;

/// <summary>
/// A stake pool earned. The owner's commission waits to be withdrawn, the rest adds to the value of the shares. The event states both parts even if one of them was dismissed: what a RewardTo…DismissedDust just before
/// states, and what is dust, was not distributed. Vaults pass their part on to their own shares, without any event.
/// Source: phala-blockchain stake_pool_v2.rs, handle_pool_new_reward; base_pool.rs, distribute_reward.
/// </summary>
internal sealed class RewardReceivedHandler() : SubstrateHandler("PhalaStakePoolv2", "RewardReceived")
{
    private const string OwnerDismissed = "RewardToOwnerDismissedDust";
    private const string DistributionDismissed = "RewardToDistributionDismissedDust";

    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        var poolId = context.Fields.PoolId();
        var toOwner = context.Fields.Balance("to_owner");
        var toStakers = context.Fields.Balance("to_stakers");
        var dismissed = Dismissed(context, poolId).ToList();
        if (!toOwner.IsZero && !IsDismissed(dismissed, OwnerDismissed, toOwner))
        {
            yield return new Reward
            {
                PoolId = poolId,
                Account = state.Pool(poolId).State.Owner,
                Kind = RewardKind.Owner,
                Amount = toOwner,
                Stated = true,
            };
            yield return new PoolChange(poolId, pool => pool with { OwnerReward = pool.OwnerReward + toOwner });
        }

        if (IsDismissed(dismissed, DistributionDismissed, toStakers) || Dust.IsDust(toStakers))
        {
            yield break;
        }

        foreach (var reward in StakersReward.Distribute(state, poolId, toStakers))
        {
            yield return reward;
        }
    }

    private static IEnumerable<SubstrateEvent> Dismissed(SubstrateEventContext context, string poolId) =>
        context
            .EarlierInExtrinsic()
            .Where(earlier => earlier.Pallet == context.Event.Pallet)
            .TakeWhile(earlier => earlier.Name is OwnerDismissed or DistributionDismissed && earlier.IsOfPool(poolId));

    private static bool IsDismissed(IEnumerable<SubstrateEvent> dismissed, string name, Pha amount) =>
        dismissed.Any(earlier => earlier.Name == name && earlier.Fields.Balance("amount") == amount);
}
