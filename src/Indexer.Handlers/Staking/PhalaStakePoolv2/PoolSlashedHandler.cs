using Indexer.Domain;

namespace Indexer.Handlers.Staking.PhalaStakePoolv2;

/// <summary>
/// The stake of a stake pool was slashed: its value shrinks, and so much less of the worker's stake comes back with the
/// WorkerReclaimed that follows. Never fired, because slashing is disabled.
/// Source: phala-blockchain stake_pool_v2.rs, handle_reclaim.
/// </summary>
internal sealed class PoolSlashedHandler() : SubstrateHandler("PhalaStakePoolv2", "PoolSlashed")
{
    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        var fields = context.Fields;
        var amount = fields.Balance("amount");
        yield return new StakeEvent
        {
            PoolId = fields.PoolId(),
            Account = state.Pool(fields.PoolId()).Pool.Account,
            Kind = StakeEventKind.Slashed,
            Amount = amount,
            Value = -amount,
        };
    }
}
