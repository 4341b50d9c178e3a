using Indexer.Domain;
using Indexer.Substrate.Calls;

namespace Indexer.Handlers.Staking.PhalaStakePool;

/// <summary>
/// A withdrawal that may have to wait: before spec 1090 no event states what entered the queue, the storage does.
/// Source: phala-blockchain stakepool.rs, withdraw.
/// </summary>
internal sealed class WithdrawCall() : SubstrateCallHandler("PhalaStakePool", "withdraw")
{
    public override IEnumerable<StorageNeed> Needs(DispatchedCall call) => [EarlierStake.QueueNeed(call.Call.Fields)];

    public override IEnumerable<Change> Handle(SubstrateCallContext context, NetworkState state)
    {
        if (context.HasEvent("WithdrawalQueued"))
        {
            yield break;
        }

        var position = state.Position(context.Fields.PoolId(), context.Signer);
        var queued = EarlierStake.Queued(context.Stored("PhalaStakePool", "StakePools"), context.Signer);
        if (queued != position.WithdrawingShares)
        {
            yield return QueueEntry.Of(position, queued);
        }
    }
}
