using Indexer.Domain;

namespace Indexer.Handlers.Staking.PhalaStakePoolv2;

/// <summary>
/// An owner's commission was too small to open its account, and was lost (since spec 1250).
/// Source: phala-blockchain stake_pool_v2.rs, handle_pool_new_reward.
/// </summary>
internal sealed class RewardToOwnerDismissedDustHandler()
    : SubstrateHandler("PhalaStakePoolv2", "RewardToOwnerDismissedDust")
{
    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        yield return context.Fields.DismissedReward();
    }
}
