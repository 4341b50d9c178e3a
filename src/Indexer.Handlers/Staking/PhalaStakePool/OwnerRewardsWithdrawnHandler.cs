using Indexer.Domain;

namespace Indexer.Handlers.Staking.PhalaStakePool;

/// <summary>
/// The owner of a stake pool withdrew all commission that waited (since spec 1150).
/// Source: phala-blockchain stakepool.rs, claim_owner_rewards.
/// </summary>
internal sealed class OwnerRewardsWithdrawnHandler() : SubstrateHandler("PhalaStakePool", "OwnerRewardsWithdrawn")
{
    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state) =>
        context.Fields.OwnerPaid(context.Fields.Balance("amount"));
}
