namespace Indexer.Domain;

/// <summary>An account that the index has met on a network, with the block where it first appeared.</summary>
public sealed record Account
{
    /// <summary>Name of the network.</summary>
    public required string Network { get; init; }

    /// <summary>The account.</summary>
    public required AccountId Address { get; init; }

    /// <summary>Height of the first block that names the account.</summary>
    public required long Height { get; init; }

    /// <summary>Time of that block, UTC.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>The first 20 bytes of the address, by which claims name a Substrate account; computed by the database.</summary>
    public byte[]? User { get; init; }
}
