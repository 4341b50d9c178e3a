namespace Indexer.Domain;

/// <summary>
/// An NFT of a pool's collection. On the parachains these are the delegations: the shares of an account are the
/// <c>stake-info</c> of its NFTs, and each withdrawal in the queue is an NFT of the base pool account.
/// </summary>
public sealed record DelegationNft : StateRow
{
    /// <summary>The pool whose collection it is.</summary>
    public required string PoolId { get; init; }

    /// <summary>The RMRK collection.</summary>
    public required long CollectionId { get; init; }

    /// <summary>The number of the NFT in its collection.</summary>
    public required long NftId { get; init; }

    /// <summary>The account that holds the NFT; the base pool account for a queued withdrawal.</summary>
    public required AccountId Owner { get; init; }

    /// <summary>For a queued withdrawal, the account that will be paid; else null.</summary>
    public AccountId? WithdrawalOf { get; init; }

    /// <summary>Time of its minting, UTC, in whole seconds as the chain keeps it. Each contribution mints the NFT of an account anew.</summary>
    public DateTimeOffset MintedAt { get; init; }

    /// <summary>For a queued withdrawal, the time at which it entered the queue, UTC, in whole seconds; else null.</summary>
    public DateTimeOffset? QueuedAt { get; init; }

    /// <summary>Shares, from the property stake-info.</summary>
    public Pha Shares { get; init; }
}
