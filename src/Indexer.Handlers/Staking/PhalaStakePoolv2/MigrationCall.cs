using Indexer.Domain;

namespace Indexer.Handlers.Staking.PhalaStakePoolv2;

/// <summary>Pools of the first version, their queues and their owners' commission move (<see cref="PoolMove"/>).</summary>
internal sealed class MigrateStakepoolsCall() : SubstrateCallHandler(PoolMove.Pallet, PoolMove.Pools)
{
    public override IEnumerable<Change> Handle(SubstrateCallContext context, NetworkState state) =>
        PoolMove.Queued(context.Raised, state);
}

/// <summary>Delegations move, and what waited for them becomes value of their pools (<see cref="PoolMove"/>).</summary>
internal sealed class MigratePoolStakersCall() : SubstrateCallHandler(PoolMove.Pallet, PoolMove.Stakers)
{
    public override IEnumerable<Change> Handle(SubstrateCallContext context, NetworkState state) =>
        PoolMove.Delegations([.. context.Raised], state);
}

/// <summary>What was locked on accounts becomes wrapped PHA: all delegations moved before (<see cref="PoolMove"/>).</summary>
internal sealed class MigrateStakeLedgerCall() : SubstrateCallHandler(PoolMove.Pallet, "migrate_stake_ledger")
{
    public override IEnumerable<Change> Handle(SubstrateCallContext context, NetworkState state) => PoolMove.End(state);
}
