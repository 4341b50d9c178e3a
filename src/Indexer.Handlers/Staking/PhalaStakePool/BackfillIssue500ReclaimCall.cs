using Indexer.Domain;
using Indexer.Substrate;
using Indexer.Substrate.Events;

namespace Indexer.Handlers.Staking.PhalaStakePool;

/// <summary>
/// The council gave pools back the stake of workers that had left them before it was reclaimed, which was not possible until spec 1060. No
/// event states it but for the withdrawals that it paid.
/// Source: phala-blockchain stakepool.rs, backfill_issue500_reclaim, handle_reclaim.
/// </summary>
internal sealed class BackfillIssue500ReclaimCall()
    : SubstrateCallHandler("PhalaStakePool", "backfill_issue500_reclaim")
{
    public override IEnumerable<Change> Handle(SubstrateCallContext context, NetworkState state)
    {
        foreach (var item in context.Fields.Sequence("data").OfType<ScaleComposite>())
        {
            var fields = new EventFields("PhalaStakePool.backfill_issue500_reclaim", item.Fields);
            var poolId = fields.U64(0).ToString();
            var returned = fields.Balance(2) - fields.Balance(3);
            if (state.Workers.Find((poolId, fields.AccountId(1))) is { Stake.IsZero: false } worker)
            {
                yield return new StateChange(worker with { Stake = Pha.Zero }, Ends: worker.IsRemoved);
            }

            yield return new PoolChange(poolId, pool => pool with { FreeValue = pool.FreeValue + returned });
        }
    }
}
