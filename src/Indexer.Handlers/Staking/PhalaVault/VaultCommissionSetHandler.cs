using Indexer.Domain;

namespace Indexer.Handlers.Staking.PhalaVault;

/// <summary>
/// The owner of a vault set the commission; what was due until then became shares just before.
/// </summary>
internal sealed class VaultCommissionSetHandler() : SubstrateHandler("PhalaVault", "VaultCommissionSet")
{
    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        yield return context.Fields.CommissionSet();
    }
}
