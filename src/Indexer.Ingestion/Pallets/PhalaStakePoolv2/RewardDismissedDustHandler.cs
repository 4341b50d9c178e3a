using Indexer.Domain;

namespace Indexer.Ingestion.Pallets.PhalaStakePoolv2;

/// <summary>
/// A reward was lost because it is dust.
/// </summary>
internal sealed class RewardDismissedDustHandler() : SubstrateHandler("PhalaStakePoolv2", "RewardDismissedDust")
{
    public override IEnumerable<Change> Handle(SubstrateOccurrence occurrence, NetworkState state)
    {
        yield return occurrence.Fields.DismissedReward();
    }
}
