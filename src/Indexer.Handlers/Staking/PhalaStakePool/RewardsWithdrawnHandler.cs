using Indexer.Domain;
using Indexer.Substrate.Events;

namespace Indexer.Handlers.Staking.PhalaStakePool;

/// <summary>
/// Somebody withdrew all that waited for him in one sum: what his shares earned, and if he owns the pool the commission, too.
/// Source: phala-blockchain stakepool.rs, claim_rewards.
/// </summary>
internal sealed class RewardsWithdrawnHandler() : SubstrateHandler("PhalaStakePool", "RewardsWithdrawn")
{
    public override IEnumerable<StorageNeed> Needs(SubstrateEvent raised) => EarlierStake.Needs(raised.Fields);

    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        var fields = context.Fields;
        var pool = state.Pool(fields.PoolId()).State;
        var corrections = context.Corrections(state).ToList();
        var owned = corrections
            .OfType<PoolChange>()
            .Aggregate(pool, (before, change) => change.Apply(before))
            .OwnerReward;
        var commission = pool.Owner == fields.AccountId("user") ? owned : Pha.Zero;
        var earned = fields.Balance("amount") - commission;
        return
        [
            .. corrections,
            .. commission.IsZero ? [] : fields.OwnerPaid(commission),
            .. earned.IsZero ? [] : new Change[] { StakerPayment.Of(fields, earned) },
        ];
    }
}
