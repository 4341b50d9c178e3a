using Indexer.Domain;

namespace Indexer.Handlers.Staking.PhalaVault;

/// <summary>
/// A delegation to a vault.
/// Source: phala-blockchain vault.rs, contribute.
/// </summary>
internal sealed class ContributionHandler() : SubstrateHandler("PhalaVault", "Contribution")
{
    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        yield return context.Fields.Contribution();
    }
}
