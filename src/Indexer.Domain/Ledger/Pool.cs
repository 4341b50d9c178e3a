namespace Indexer.Domain;

/// <summary>A stake pool, a vault of a parachain, or the PHA vault on Ethereum: what never changes of it.</summary>
public sealed record Pool
{
    /// <summary>Name of the network.</summary>
    public required string Network { get; init; }

    /// <summary>The pid as decimal text on parachains (stake pools and vaults share one numbering), the contract address on EVM chains.</summary>
    public required string Id { get; init; }

    /// <summary>What it is.</summary>
    public required PoolKind Kind { get; init; }

    /// <summary>The pid on parachains; null on EVM chains.</summary>
    public long? Pid { get; init; }

    /// <summary>The owner at creation; null on EVM chains.</summary>
    public AccountId? Owner { get; init; }

    /// <summary>The account that holds the pool's own assets: the pool account of the pallet, or the contract. A stake pool of the first version has its number and owner in it, but no assets.</summary>
    public required AccountId Account { get; init; }

    /// <summary>The account in which a stake pool of a parachain keeps its owner's commission; null for other pools.</summary>
    public AccountId? RewardAccount { get; init; }

    /// <summary>The account in which a stake pool of a parachain keeps the stake of its workers; null for other pools.</summary>
    public AccountId? StakeAccount { get; init; }

    /// <summary>The RMRK collection of the pool's delegation NFTs; null on EVM chains and for stake pools of the first version.</summary>
    public long? CollectionId { get; init; }

    /// <summary>Height of the block that created it, or that first named it.</summary>
    public required long Height { get; init; }

    /// <summary>Time of that block, UTC.</summary>
    public required DateTimeOffset Time { get; init; }
}
