namespace Indexer.Domain;

/// <summary>Which holder an address belongs to. Derived from the accounts and account links, and never versioned.</summary>
public sealed record HolderAccount
{
    /// <summary>The address: a Substrate account id or an EVM account.</summary>
    public required AccountId Address { get; init; }

    /// <summary>
    /// The holder, by its main address: of all addresses linked with it, directly or through others, the Substrate account of
    /// <see cref="HolderId"/> when it is known, else the smallest Substrate account, else the smallest EVM account.
    /// </summary>
    public required AccountId Holder { get; init; }

    /// <summary>
    /// What tells the holder from others whatever else becomes known of it: the 20 bytes by which its first claim names its Substrate
    /// account, or the first 20 bytes of its address when it has no claim. Of holders that become one, that of the earlier claim stays.
    /// </summary>
    public required byte[] HolderId { get; init; }

    /// <summary>The address as people write it: SS58 with prefix 30 for a Substrate account, EIP-55 for an EVM account.</summary>
    public required string Display { get; init; }
}
