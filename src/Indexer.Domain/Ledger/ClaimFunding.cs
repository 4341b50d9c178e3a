namespace Indexer.Domain;

/// <summary>PHA and vault shares that were put into a claim contract for the claimants (Deposited).</summary>
public sealed record ClaimFunding : LedgerRow
{
    /// <summary>Whose claims it funds.</summary>
    public required ClaimKind Kind { get; init; }

    /// <summary>Address of the claim contract.</summary>
    public required AccountId Contract { get; init; }

    /// <summary>PHA for free balances.</summary>
    public required Pha Free { get; init; }

    /// <summary>The second argument of Deposited: the PHA or shares for delegations, as the contract states it.</summary>
    public required Pha Staked { get; init; }

    internal override IEnumerable<AccountId> Accounts => [Contract];
}
