using Indexer.Domain;

namespace Indexer.Handlers.Staking.PhalaStakePool;

/// <summary>
/// A reward was lost because the pool has no shares.
/// </summary>
internal sealed class RewardDismissedNoShareHandler() : SubstrateHandler("PhalaStakePool", "RewardDismissedNoShare")
{
    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        yield return context.Fields.DismissedReward();
    }
}
