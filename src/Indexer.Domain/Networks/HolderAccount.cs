namespace Indexer.Domain;

/// <summary>Which holder an address belongs to. Derived from the accounts and account links, and never versioned.</summary>
public sealed record HolderAccount
{
    /// <summary>The address: a Substrate account id or an EVM account.</summary>
    public required AccountId Address { get; init; }

    /// <summary>The holder: the smallest address of all that are linked with it, directly or through others.</summary>
    public required AccountId Holder { get; init; }
}
