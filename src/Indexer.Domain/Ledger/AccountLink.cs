namespace Indexer.Domain;

/// <summary>
/// Evidence that two addresses belong to one holder. A claim names its Substrate account by 20 bytes only, therefore the
/// link is kept with these bytes and takes effect when an account with them is known.
/// </summary>
public sealed record AccountLink : LedgerRow
{
    /// <summary>First 20 bytes of the Substrate account id.</summary>
    public required byte[] User { get; init; }

    /// <summary>The EVM account that received.</summary>
    public required AccountId Account { get; init; }

    /// <summary>Why they belong together.</summary>
    public required AccountLinkKind Kind { get; init; }

    internal override IEnumerable<AccountId> Accounts => [Account];
}
