namespace Indexer.Domain;

/// <summary>A redemption of the PHA vault that waits for its unlock period (Withdraw, until Claimed or cancelled).</summary>
public sealed record UnlockRequest : StateRow
{
    /// <summary>The vault.</summary>
    public required string PoolId { get; init; }

    /// <summary>Height of the block of the request.</summary>
    public required long RequestHeight { get; init; }

    /// <summary>Index in its block of the log that stated the request.</summary>
    public required int RequestIndex { get; init; }

    /// <summary>The account whose shares were burned.</summary>
    public required AccountId Owner { get; init; }

    /// <summary>The account that will be paid.</summary>
    public required AccountId Receiver { get; init; }

    /// <summary>PHA that will be paid.</summary>
    public required Pha Assets { get; init; }

    /// <summary>Time of the request, UTC; the unlock period counts from it.</summary>
    public required DateTimeOffset RequestedAt { get; init; }

    internal override IEnumerable<AccountId> Accounts => [Owner, Receiver];
}
