namespace Indexer.Domain;

/// <summary>
/// One holding that a parachain's end closed: what an account had in one form after the last block, at the price of that block.
/// The sum of an account's entries is what it can claim; the sum of all is what the chain owed.
/// </summary>
public sealed record MigrationEntry : LedgerRow
{
    /// <summary>The account; of rounding the account of the pool.</summary>
    public required AccountId Account { get; init; }

    /// <summary>The form in which the account had it.</summary>
    public required MigrationEntryKind Kind { get; init; }

    /// <summary>The side of the claim on which it is expected, by configuration.</summary>
    public required MigrationLeg Leg { get; init; }

    /// <summary>The pool; null for what lay on the account itself.</summary>
    public string? PoolId { get; init; }

    /// <summary>Shares of the pool; zero for what is not held in shares.</summary>
    public Pha Shares { get; init; }

    /// <summary>PHA: the shares at the pool's last price, rounded down, or the balance. Negative for rounding only.</summary>
    public required Pha Amount { get; init; }

    /// <summary>Cost basis of the shares or of the wrapped PHA, in PHA, which the claim carries on; zero for rewards and for what no claim turns into shares.</summary>
    public Pha Cost { get; init; }

    internal override IEnumerable<AccountId> Accounts => [Account];
}
