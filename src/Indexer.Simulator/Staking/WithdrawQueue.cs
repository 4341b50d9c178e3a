namespace Indexer.Simulator.Staking;

/// <summary>Pays queued withdrawals first in, first out, while the pool has free W-PHA above the asset's minimum.</summary>
internal sealed class WithdrawQueue(BlockRun run, Pool pool)
{
    private readonly SortedDictionary<AccountId, (UInt128 Amount, UInt128 Shares, UInt128 Burnt)> _paid = [];

    public void Process()
    {
        // The share price at the start counts for the whole run.
        if (pool.Price is not { } price)
        {
            return;
        }
        while (run.Ledger.Wrapped(pool.Account) > Dust.WrappedMinimum && pool.Queue.Count > 0)
        {
            var entry = pool.Queue[0];
            if (BurnDust(entry))
            {
                continue;
            }
            var free = run.Ledger.Wrapped(pool.Account);
            var affordable = price.IsZero ? entry.Nft.Shares : FixedPoint.Divide(free, price);
            Pay(entry, UInt128.Min(affordable, entry.Nft.Shares));
        }
        foreach (var (user, (amount, shares, burnt)) in _paid)
        {
            State(user, amount, shares, burnt);
        }
    }

    private void Pay(QueueEntry entry, UInt128 shares)
    {
        var free = run.Ledger.Wrapped(pool.Account);
        var amount = UInt128.Min(FixedPoint.Multiply(shares, pool.Price!.Value), free);
        var (left, dust) = Dust.Extract(entry.Nft.Shares - shares);
        pool.LeakedDust += run.Ledger.TransferWrapped(run, pool.Account, entry.User, amount);
        pool.TotalValue = Dust.Extract(pool.TotalValue - amount).Kept;
        pool.TotalShares -= shares + dust;
        entry.Nft.Shares = left;
        run.Touch(pool, entry.User);
        if (run.StatesBurntShares)
        {
            Add(entry.User, amount, shares + dust, 0);
        }
        else
        {
            State(entry.User, amount, shares + dust, 0);
        }
        NftRules.Save(run, pool, entry.Nft);
        if (left == 0)
        {
            Remove(entry);
        }
        else
        {
            BurnDust(entry);
        }
    }

    /// <summary>Drops an entry whose value is not above the asset's minimum; its shares are burnt without a payout.</summary>
    private bool BurnDust(QueueEntry entry)
    {
        if (pool.Price is not { } price || FixedPoint.Multiply(entry.Nft.Shares, price) > Dust.WrappedMinimum)
        {
            return false;
        }
        pool.TotalShares -= entry.Nft.Shares;
        if (run.StatesBurntShares)
        {
            Add(entry.User, 0, 0, entry.Nft.Shares);
        }
        Remove(entry);
        return true;
    }

    private void Remove(QueueEntry entry)
    {
        pool.Queue.RemoveAt(0);
        NftRules.Burn(run, pool, entry.Nft);
        run.Touch(pool, entry.User);
    }

    private void Add(AccountId user, UInt128 amount, UInt128 shares, UInt128 burnt)
    {
        var sum = _paid.GetValueOrDefault(user);
        _paid[user] = (sum.Amount + amount, sum.Shares + shares, sum.Burnt + burnt);
    }

    private void State(AccountId user, UInt128 amount, UInt128 shares, UInt128 burnt)
    {
        var at = run.Emit("PhalaBasePool", "Withdrawal", pool.Pid, user, amount, shares, burnt);
        run.Records.Moves.Add(
            new(run.Height, at, StakeMoveKind.Withdrawal, pool.Pid, user, amount, shares, burnt, null)
        );
    }
}
