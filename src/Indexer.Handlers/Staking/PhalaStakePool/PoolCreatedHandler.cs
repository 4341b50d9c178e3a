using System.Numerics;
using Indexer.Domain;

namespace Indexer.Handlers.Staking.PhalaStakePool;

/// <summary>
/// A stake pool of the first version was created. Its number stays when it becomes one of the second version, and the account
/// that it then gets follows from number and owner.
/// Source: phala-blockchain stakepool.rs, create; base_pool.rs, generate_staker_account.
/// </summary>
internal sealed class PoolCreatedHandler() : SubstrateHandler("PhalaStakePool", "PoolCreated")
{
    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        var fields = context.Fields;
        var owner = fields.AccountId("owner");
        var pool = new Pool
        {
            Network = state.Network,
            Id = fields.PoolId(),
            Kind = PoolKind.StakePool,
            Pid = checked((long)fields.U64("pid")),
            Owner = owner,
            Account = PoolAccounts.OfPool(fields.U64("pid"), owner),
            RewardAccount = PoolAccounts.OfReward(fields.U64("pid"), owner),
            StakeAccount = PoolAccounts.OfStake(fields.U64("pid"), owner),
            Height = context.Block.Height,
            Time = context.Block.Time,
        };
        yield return new PoolAppeared(pool);
        yield return new PoolChange(pool.Id, created => created with { RewardAccumulator = BigInteger.Zero });
    }
}
