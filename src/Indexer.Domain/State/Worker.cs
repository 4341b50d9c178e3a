namespace Indexer.Domain;

/// <summary>A worker of a stake pool and the stake that it runs with.</summary>
public sealed record Worker : StateRow
{
    /// <summary>The worker's sr25519 public key.</summary>
    public required AccountId PublicKey { get; init; }

    /// <summary>The stake pool it belongs to.</summary>
    public required string PoolId { get; init; }

    /// <summary>The account of its computing session.</summary>
    public required AccountId Session { get; init; }

    /// <summary>PHA staked in it: set when it starts, zero again when the stake is reclaimed.</summary>
    public Pha Stake { get; init; }

    /// <summary>Whether it was removed from the pool while its stake still waits to be reclaimed.</summary>
    public bool IsRemoved { get; init; }

    internal override IEnumerable<AccountId> Accounts => [Session];
}
