using Indexer.Domain;

namespace Indexer.Handlers.Staking.PhalaStakePool;

/// <summary>
/// Somebody had the queue put right: an account cannot wait with more shares than it has (since spec 1090).
/// Source: phala-blockchain stakepool.rs, reconcile_withdraw_queue.
/// </summary>
internal sealed class ReconcileWithdrawQueueCall() : SubstrateCallHandler("PhalaStakePool", "reconcile_withdraw_queue")
{
    public override IEnumerable<Change> Handle(SubstrateCallContext context, NetworkState state)
    {
        var position = state.Position(context.Fields.PoolId(), context.Fields.AccountId("account"));
        if (position.WithdrawingShares > position.Shares)
        {
            yield return QueueEntry.Of(position, position.Shares);
        }
    }
}
