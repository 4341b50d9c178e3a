using Indexer.Domain;

namespace Indexer.Handlers.Staking.PhalaStakePool;

/// <summary>
/// A delegator withdrew all rewards that waited (since spec 1150).
/// Source: phala-blockchain stakepool.rs, claim_staker_rewards.
/// </summary>
internal sealed class StakerRewardsWithdrawnHandler() : SubstrateHandler("PhalaStakePool", "StakerRewardsWithdrawn")
{
    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        yield return StakerPayment.Of(context.Fields, context.Fields.Balance("amount"));
    }
}
