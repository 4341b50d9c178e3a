using Indexer.Domain;

namespace Indexer.Ingestion.Pallets.PhalaStakePoolv2;

/// <summary>
/// A reward was lost because the pool has no shares.
/// </summary>
internal sealed class RewardDismissedNoShareHandler() : SubstrateHandler("PhalaStakePoolv2", "RewardDismissedNoShare")
{
    public override IEnumerable<Change> Handle(SubstrateOccurrence occurrence, NetworkState state)
    {
        yield return occurrence.Fields.DismissedReward();
    }
}
