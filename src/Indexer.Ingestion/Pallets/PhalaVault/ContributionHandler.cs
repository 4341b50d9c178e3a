using Indexer.Domain;

namespace Indexer.Ingestion.Pallets.PhalaVault;

/// <summary>
/// A delegation to a vault.
/// Source: phala-blockchain vault.rs, contribute.
/// </summary>
internal sealed class ContributionHandler() : SubstrateHandler("PhalaVault", "Contribution")
{
    public override IEnumerable<Change> Handle(SubstrateOccurrence occurrence, NetworkState state)
    {
        var entry = occurrence.Fields.Contribution();
        yield return entry;
        yield return FreeValue.Moved(occurrence.Fields.PoolId(), entry.Amount);
    }
}
