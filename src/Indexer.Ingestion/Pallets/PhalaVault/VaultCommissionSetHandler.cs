using Indexer.Domain;

namespace Indexer.Ingestion.Pallets.PhalaVault;

/// <summary>
/// The owner of a vault set the commission; what was due until then became shares just before.
/// </summary>
internal sealed class VaultCommissionSetHandler() : SubstrateHandler("PhalaVault", "VaultCommissionSet")
{
    public override IEnumerable<Change> Handle(SubstrateOccurrence occurrence, NetworkState state)
    {
        yield return occurrence.Fields.CommissionSet();
    }
}
