using Indexer.Domain;

namespace Indexer.Handlers.Staking.PhalaStakePoolv2;

/// <summary>
/// The owner of a stake pool withdrew all commission that waited.
/// Source: phala-blockchain stake_pool_v2.rs, claim_owner_rewards.
/// </summary>
internal sealed class OwnerRewardsWithdrawnHandler() : SubstrateHandler("PhalaStakePoolv2", "OwnerRewardsWithdrawn")
{
    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state) =>
        context.Fields.OwnerPaid(context.Fields.Balance("amount"));
}
