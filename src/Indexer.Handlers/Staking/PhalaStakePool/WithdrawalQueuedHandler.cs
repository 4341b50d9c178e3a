using Indexer.Domain;

namespace Indexer.Handlers.Staking.PhalaStakePool;

/// <summary>
/// Shares entered the queue of a pool (since spec 1090). An account has one entry in it: a new one replaces the old. The shares stay
/// in the position and go on earning until they are paid.
/// Source: phala-blockchain stakepool.rs, try_withdraw.
/// </summary>
internal sealed class WithdrawalQueuedHandler() : SubstrateHandler("PhalaStakePool", "WithdrawalQueued")
{
    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        var fields = context.Fields;
        yield return QueueEntry.Of(state.Position(fields.PoolId(), fields.AccountId("user")), fields.Balance("shares"));
    }
}
