using Indexer.Domain;

namespace Indexer.Handlers.Staking.PhalaBasePool;

/// <summary>
/// Queued shares were paid to their holder. With them go shares that are too few to pay: in <c>shares</c> before spec 1254,
/// in <c>burnt_shares</c> since. A rest of at most 1,000 units of 10^-12 PHA in the whole pool is dropped, except when the
/// withdrawal is paid from a contribution that is stated only after it.
/// Source: phala-blockchain base_pool.rs, remove_stake_from_nft, try_process_withdraw_queue.
/// </summary>
internal sealed class WithdrawalHandler() : SubstrateHandler("PhalaBasePool", "Withdrawal")
{
    public override IEnumerable<Change> Handle(SubstrateEventContext context, NetworkState state)
    {
        var fields = context.Fields;
        var poolId = fields.PoolId();
        var user = fields.AccountId("user");
        var amount = fields.Balance("amount");
        var shares =
            fields.Balance("shares") + (fields.Has("burnt_shares") ? fields.Balance("burnt_shares") : Pha.Zero);
        var isAhead = context.IsPaidByContribution(poolId);
        var value = state.Pool(poolId).State.TotalValue;
        var leavesDust = !isAhead && value >= amount && Dust.IsDust(value - amount);
        yield return new StakeEvent
        {
            PoolId = poolId,
            Account = user,
            Kind = StakeEventKind.Withdrawal,
            Amount = amount,
            Value = leavesDust ? -value : -amount,
            Shares = -shares,
            WithdrawingShares = -shares,
            Cost = -state.Position(poolId, user).CostOf(shares),
        };
    }
}
