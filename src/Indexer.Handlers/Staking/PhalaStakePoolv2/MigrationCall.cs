using Indexer.Domain;

namespace Indexer.Handlers.Staking.PhalaStakePoolv2;

/// <summary>
/// A step of the move of Khala's stake pools from the first version to the second (spec 1199). It has no event of its own, and it
/// changes every pool and position, so that a network with pools of the first version stops here rather than go on without it.
/// Source: phala-blockchain stake_pool_v2.rs.
/// </summary>
/// <param name="name">Name of the call.</param>
internal abstract class MigrationCall(string name) : SubstrateCallHandler("PhalaStakePoolv2", name)
{
    public override IEnumerable<Change> Handle(SubstrateCallContext context, NetworkState state)
    {
        foreach (var pool in state.Pools.Keys)
        {
            state.RequireSecondVersion(pool);
        }

        return [];
    }
}

/// <summary>Pools, their queues and their owners' commission move.</summary>
internal sealed class MigrateStakepoolsCall() : MigrationCall("migrate_stakepools");

/// <summary>Delegations move, and what waited for them becomes value of their pools.</summary>
internal sealed class MigratePoolStakersCall() : MigrationCall("migrate_pool_stakers");

/// <summary>What was locked on accounts becomes wrapped PHA.</summary>
internal sealed class MigrateStakeLedgerCall() : MigrationCall("migrate_stake_ledger");
