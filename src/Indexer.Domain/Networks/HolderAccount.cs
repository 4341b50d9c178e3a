namespace Indexer.Domain;

/// <summary>Which holder an address belongs to. Derived from the accounts and account links, and never versioned.</summary>
public sealed record HolderAccount
{
    /// <summary>The address: a Substrate account id or an EVM account.</summary>
    public required AccountId Address { get; init; }

    /// <summary>The holder: of all addresses linked with it, directly or through others, the smallest Substrate account, or the smallest EVM account when no Substrate account is known.</summary>
    public required AccountId Holder { get; init; }

    /// <summary>The address as people write it: SS58 with prefix 30 for a Substrate account, EIP-55 for an EVM account.</summary>
    public required string Display { get; init; }
}
