using Indexer.Domain;

namespace Indexer.Handlers.Staking.PhalaStakePoolv2;

/// <summary>
/// A reward was too small to distribute (since spec 1250). It still reaches the pool's account, unless it is also too
/// small to open it.
/// Source: phala-blockchain stake_pool_v2.rs, handle_pool_new_reward.
/// </summary>
internal sealed class RewardToDistributionDismissedDustHandler()
    : SubstrateHandler("PhalaStakePoolv2", "RewardToDistributionDismissedDust")
{
    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        yield return context.Fields.DismissedReward();
    }
}
