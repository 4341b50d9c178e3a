using Indexer.Domain;

namespace Indexer.Handlers.Staking.PhalaStakePoolv2;

/// <summary>
/// A reward was lost because it is dust.
/// </summary>
internal sealed class RewardDismissedDustHandler() : SubstrateHandler("PhalaStakePoolv2", "RewardDismissedDust")
{
    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        yield return context.Fields.DismissedReward();
    }
}
