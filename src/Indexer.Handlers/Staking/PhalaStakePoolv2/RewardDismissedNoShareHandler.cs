using Indexer.Domain;

namespace Indexer.Handlers.Staking.PhalaStakePoolv2;

/// <summary>
/// A reward was lost because the pool has no shares.
/// </summary>
internal sealed class RewardDismissedNoShareHandler() : SubstrateHandler("PhalaStakePoolv2", "RewardDismissedNoShare")
{
    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        yield return context.Fields.DismissedReward();
    }
}
