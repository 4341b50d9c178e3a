using Indexer.Domain;

namespace Indexer.Handlers.Staking.PhalaStakePool;

/// <summary>The shares with which an account waits in the queue of a pool, in place of those before.</summary>
internal static class QueueEntry
{
    /// <summary>The entry of the ledger.</summary>
    public static StakeEvent Of(Position position, Pha queued) =>
        new()
        {
            PoolId = position.PoolId,
            Account = position.Account,
            Kind = StakeEventKind.WithdrawalQueued,
            WithdrawingShares = queued - position.WithdrawingShares,
        };
}
