using Indexer.Domain;
using Indexer.Substrate.Events;

namespace Indexer.Handlers.Staking.PhalaStakePool;

/// <summary>
/// A delegator withdrew all rewards that waited (since spec 1150).
/// Source: phala-blockchain stakepool.rs, claim_staker_rewards.
/// </summary>
internal sealed class StakerRewardsWithdrawnHandler() : SubstrateHandler("PhalaStakePool", "StakerRewardsWithdrawn")
{
    public override IEnumerable<StorageNeed> Needs(SubstrateEvent raised) => [EarlierStake.PoolBefore(raised.Fields)];

    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        var amount = context.Fields.Balance("amount");
        return [.. context.Settled(state, paid: amount), StakerPayment.Of(context.Fields, amount)];
    }
}
