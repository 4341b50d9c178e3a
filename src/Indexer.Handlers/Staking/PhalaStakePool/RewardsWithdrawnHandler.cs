using Indexer.Domain;
using Indexer.Substrate.Events;

namespace Indexer.Handlers.Staking.PhalaStakePool;

/// <summary>
/// Somebody withdrew all that waited for him in one sum: what his shares earned, and if he owns the pool the commission, too.
/// Source: phala-blockchain stakepool.rs, claim_rewards.
/// </summary>
internal sealed class RewardsWithdrawnHandler() : SubstrateHandler("PhalaStakePool", "RewardsWithdrawn")
{
    public override IEnumerable<StorageNeed> Needs(SubstrateEvent raised) => [EarlierStake.PoolBefore(raised.Fields)];

    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        var fields = context.Fields;
        var amount = fields.Balance("amount");
        var pool = context.Corrections(state).Corrected(state.Pool(fields.PoolId()).State);
        var commission = pool.Owner == fields.AccountId("user") ? pool.OwnerReward : Pha.Zero;
        var earned = amount - commission;
        return
        [
            .. context.Settled(state, paid: earned),
            .. commission.IsZero ? [] : fields.OwnerPaid(commission),
            .. earned.IsZero ? [] : new Change[] { StakerPayment.Of(fields, earned) },
        ];
    }
}
