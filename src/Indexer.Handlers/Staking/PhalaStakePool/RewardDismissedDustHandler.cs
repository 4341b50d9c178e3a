using Indexer.Domain;

namespace Indexer.Handlers.Staking.PhalaStakePool;

/// <summary>
/// The part of a reward that is for the shares was lost because it is dust (since spec 1060).
/// Source: phala-blockchain stakepool.rs, handle_pool_new_reward.
/// </summary>
internal sealed class RewardDismissedDustHandler() : SubstrateHandler("PhalaStakePool", "RewardDismissedDust")
{
    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        yield return context.Fields.DismissedReward();
    }
}
