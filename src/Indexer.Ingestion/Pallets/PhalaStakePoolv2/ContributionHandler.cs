using Indexer.Domain;

namespace Indexer.Ingestion.Pallets.PhalaStakePoolv2;

/// <summary>
/// A delegation to a stake pool. With <c>as_vault</c> the user is the account of a vault, which invests its free value.
/// Source: phala-blockchain stake_pool_v2.rs, contribute.
/// </summary>
internal sealed class ContributionHandler() : SubstrateHandler("PhalaStakePoolv2", "Contribution")
{
    public override IEnumerable<Change> Handle(SubstrateOccurrence occurrence, StakingState state)
    {
        var entry = occurrence.Fields.Contribution();
        yield return entry;
        yield return FreeValue.Moved(occurrence.Fields.PoolId(), entry.Amount);
        if (occurrence.Fields.OptionalU64("as_vault") is { } vault)
        {
            yield return FreeValue.Moved(vault.ToString(), -entry.Amount);
        }
    }
}
