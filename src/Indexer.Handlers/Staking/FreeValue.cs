using Indexer.Domain;

namespace Indexer.Handlers.Staking;

/// <summary>The wrapped PHA in a pool's own account, from which withdrawals are paid and stake is invested.</summary>
internal static class FreeValue
{
    /// <summary>
    /// The least wrapped PHA that an account may hold: pallet_assets closes the account of a smaller rest and lets it go
    /// along with the payment. Also the most value of shares that the base pool removes as dust.
    /// Source: phala-blockchain wrapped_balances.rs, min_balance; 0.01 PHA as of the native token.
    /// </summary>
    public static readonly Pha MinimumBalance = new(Pha.UnitsPerPha / 100);

    /// <summary>Pays into the pool's account, or out of it when negative.</summary>
    /// <remarks>
    /// The balance may be negative for the moment: a contribution that pays waiting withdrawals is stated after them.
    /// </remarks>
    public static PoolChange Moved(string poolId, Pha amount) =>
        new(poolId, pool => pool with { FreeValue = WithoutDust(pool.FreeValue + amount) });

    /// <summary>Pays out of the pool's account while a payment into it is still to be stated.</summary>
    public static PoolChange MovedAhead(string poolId, Pha amount) =>
        new(poolId, pool => pool with { FreeValue = pool.FreeValue + amount });

    /// <summary>What goes along to the receiver of a payment that would leave this rest: all of a rest below the minimum.</summary>
    public static Pha GoesAlong(Pha rest) => rest > Pha.Zero && rest < MinimumBalance ? rest : Pha.Zero;

    private static Pha WithoutDust(Pha balance) => balance - GoesAlong(balance);
}
