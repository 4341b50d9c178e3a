using Indexer.Domain;

namespace Indexer.Handlers.Staking.PhalaStakePool;

/// <summary>
/// A worker joined a stake pool. It may have left the same pool before its stake was reclaimed, then the stake is still there.
/// The account that mines for it follows from pool and worker; the event states it since spec 1170.
/// Source: phala-blockchain stakepool.rs, add_worker.
/// </summary>
internal sealed class PoolWorkerAddedHandler() : SubstrateHandler("PhalaStakePool", "PoolWorkerAdded")
{
    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        var fields = context.Fields;
        var former = state.Workers.Find((fields.PoolId(), fields.Worker()));
        yield return new StateChange(
            new Worker
            {
                PoolId = fields.PoolId(),
                PublicKey = fields.Worker(),
                Session = PoolAccounts.OfMiner(fields.U64("pid"), fields.Worker()),
                SessionId = Worker.SessionIdOf(context.Block.Height, context.Event.Index),
                Stake = former?.Stake ?? Pha.Zero,
            }
        );
        yield return new PoolChange(fields.PoolId(), pool => pool with { WorkerCount = pool.WorkerCount + 1 });
    }
}
