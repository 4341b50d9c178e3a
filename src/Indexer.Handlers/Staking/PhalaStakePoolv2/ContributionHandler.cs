using Indexer.Domain;

namespace Indexer.Handlers.Staking.PhalaStakePoolv2;

/// <summary>
/// A delegation to a stake pool. With <c>as_vault</c> the user is the account of a vault, which invests its free value.
/// Source: phala-blockchain stake_pool_v2.rs, contribute.
/// </summary>
internal sealed class ContributionHandler() : SubstrateHandler("PhalaStakePoolv2", "Contribution")
{
    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        yield return context.Fields.Contribution();
    }
}
