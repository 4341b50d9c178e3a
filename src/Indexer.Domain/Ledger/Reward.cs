namespace Indexer.Domain;

/// <summary>
/// One reward of a pool. The chains state rewards per pool only; what a holder earned follows from the pool's
/// <see cref="RewardIndex"/>.
/// </summary>
public sealed record Reward : LedgerRow
{
    /// <summary>The pool that earned.</summary>
    public required string PoolId { get; init; }

    /// <summary>The account that earned; null when all holders of shares earned in proportion.</summary>
    public AccountId? Account { get; init; }

    /// <summary>Who earned, and why.</summary>
    public required RewardKind Kind { get; init; }

    /// <summary>The reward in PHA; negative when the holders of shares paid, as with a vault's commission.</summary>
    public required Pha Amount { get; init; }

    /// <summary>All shares of the pool at that moment, the basis of the division; zero for rewards that no share earned.</summary>
    public Pha TotalShares { get; init; }

    /// <summary>Shares of the PHA vault that were paid instead of PHA, so that the amount is 0; null where PHA was.</summary>
    public Pha? Shares { get; init; }

    /// <summary>True when the chain stated the amount, in an event or by a view of the contract, false when it was derived from other events.</summary>
    public required bool Stated { get; init; }

    internal override bool KeepsExtrinsicHash => false;

    internal override IEnumerable<AccountId> Accounts => Account is { } account ? [account] : [];
}
