namespace Indexer.Domain;

/// <summary>
/// One change of a position or one payment around it. A position is the sum of its stake events: shares, withdrawing
/// shares, unlocking value and cost are signed differences.
/// </summary>
public sealed record StakeEvent : LedgerRow
{
    /// <summary>The pool; null for what concerns no pool, such as wrapping PHA.</summary>
    public string? PoolId { get; init; }

    /// <summary>The account whose position or balance changed.</summary>
    public required AccountId Account { get; init; }

    /// <summary>What happened.</summary>
    public required StakeEventKind Kind { get; init; }

    /// <summary>
    /// The amount of PHA that the chain states for the event, never negative; zero when it states none. Of shares of a vault on Ethereum that move
    /// between accounts or over the bridge, what they were worth by the assets of the vault's last settlement.
    /// </summary>
    public Pha Amount { get; init; }

    /// <summary>Change of the pool's total value, in PHA.</summary>
    public Pha Value { get; init; }

    /// <summary>Change of the position's shares, those in the withdrawal queue included.</summary>
    public Pha Shares { get; init; }

    /// <summary>Change of the part of the position's shares that waits in the withdrawal queue.</summary>
    public Pha WithdrawingShares { get; init; }

    /// <summary>Change of the PHA that has left the vault's shares and waits for its unlock period.</summary>
    public Pha UnlockingValue { get; init; }

    /// <summary>Change of the position's cost basis, in PHA; shares leave with their proportional part of it.</summary>
    public Pha Cost { get; init; }

    /// <summary>The other side of a transfer, or the receiver of a payment when it is not the account.</summary>
    public AccountId? Counterparty { get; init; }

    internal override IEnumerable<AccountId> Accounts => Counterparty is { } other ? [Account, other] : [Account];
}
