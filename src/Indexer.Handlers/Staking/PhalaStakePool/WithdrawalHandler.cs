using Indexer.Domain;
using Indexer.Substrate.Events;

namespace Indexer.Handlers.Staking.PhalaStakePool;

/// <summary>
/// Shares were paid: those of who withdraws while the pool has free value, or those of the first in the queue when it gets some, which
/// may be by a contribution that is stated only after it. With them go shares that are too few to stay. A rest of the pool that is dust
/// is dropped.
/// Source: phala-blockchain stakepool.rs, remove_stake, try_process_withdraw_queue.
/// </summary>
internal sealed class WithdrawalHandler() : SubstrateHandler("PhalaStakePool", "Withdrawal")
{
    public override IEnumerable<StorageNeed> Needs(SubstrateEvent raised) => EarlierStake.Needs(raised.Fields);

    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        var fields = context.Fields;
        var amount = fields.Balance("amount");
        var position = state.Position(fields.PoolId(), fields.AccountId("user"));
        var shares = fields.Has("shares") ? fields.Balance("shares") : -context.SharesGained(state);
        var (fromTotal, fromFree) = Dropped(context, state.Pool(position.PoolId).State, amount);
        return
        [
            .. context.Settled(state),
            new StakeEvent
            {
                PoolId = position.PoolId,
                Account = position.Account,
                Kind = StakeEventKind.Withdrawal,
                Amount = amount,
                Value = -fromTotal,
                Shares = -shares,
                WithdrawingShares = -Unqueued(context, position, shares),
                Cost = -position.CostOf(shares),
            },
            new PoolChange(position.PoolId, pool => pool with { FreeValue = pool.FreeValue - fromFree }),
        ];
    }

    /// <summary>What leaves the queue: a rest that is dust goes along. Who withdraws without waiting has nothing in it.</summary>
    private static Pha Unqueued(SubstrateEventContext context, Position position, Pha shares) =>
        !context.Fields.Has("shares")
            ? position.WithdrawingShares
                - EarlierStake.Queued(context.Stored("PhalaStakePool", "StakePools"), position.Account)
        : Dust.IsDust(position.WithdrawingShares - shares) ? position.WithdrawingShares
        : shares;

    /// <summary>What leaves the pool: more than is paid when dust would stay, unless the pool is paid from a contribution that is yet to be stated.</summary>
    private static (Pha FromTotal, Pha FromFree) Dropped(SubstrateEventContext context, PoolState pool, Pha amount) =>
        context.States("DustRemoved") && amount <= pool.FreeValue && Dust.IsDust(pool.TotalValue - amount)
            ? (pool.TotalValue, pool.FreeValue)
            : (amount, amount);
}
