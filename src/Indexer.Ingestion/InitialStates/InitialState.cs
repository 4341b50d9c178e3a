using Indexer.Domain;

namespace Indexer.Ingestion;

/// <summary>The block after which an initial state holds.</summary>
/// <param name="Height">Its height.</param>
/// <param name="Hash">Its hash; null when nobody knows it, then it is not compared with the chain.</param>
/// <param name="Time">Its time, UTC.</param>
/// <param name="SpecVersion">The spec version of its runtime; null when it is not known.</param>
public sealed record InitialBlock(long Height, byte[]? Hash, DateTimeOffset Time, int? SpecVersion);

/// <summary>What an initial state says before its pools (docs/guides/initial-state.md).</summary>
/// <param name="Network">Name of the network.</param>
/// <param name="Block">The block after which it holds.</param>
/// <param name="Notes">What it lacks, for people.</param>
public sealed record InitialState(string Network, InitialBlock Block, IReadOnlyList<string> Notes);

/// <summary>A pool of a parachain after the block. Amounts and shares have 12 decimals.</summary>
public sealed record InitialPool
{
    /// <summary>The pid.</summary>
    public required ulong Pid { get; init; }

    /// <summary>1 for a stake pool of the first version, 2 for pools of the second.</summary>
    public required int Version { get; init; }

    /// <summary>What it is; a vault only in the second version.</summary>
    public PoolKind Kind { get; init; } = PoolKind.StakePool;

    /// <summary>The owner.</summary>
    public required AccountId Owner { get; init; }

    /// <summary>The owner's commission in parts per million; null while none was set.</summary>
    public int? Commission { get; init; }

    /// <summary>The most PHA that it accepts; null when unlimited.</summary>
    public Pha? Capacity { get; init; }

    /// <summary>All shares, queued ones included.</summary>
    public Pha Shares { get; init; }

    /// <summary>The value of all shares in PHA: total_stake of the first version, total_value of the second.</summary>
    public Pha Value { get; init; }

    /// <summary>The part of the value that no worker has.</summary>
    public Pha Free { get; init; }

    /// <summary>reward_acc of the first version, as bits of U64F64; null in the second.</summary>
    public UInt128? Accumulator { get; init; }

    /// <summary>Commission that the owner of a stake pool has not claimed.</summary>
    public Pha OwnerReward { get; init; }

    /// <summary>The RMRK collection of the second version; null in the first.</summary>
    public long? CollectionId { get; init; }

    /// <summary>The pool's own account in the second version; null in the first, where it follows from number and owner.</summary>
    public AccountId? Account { get; init; }

    /// <summary>Price of a vault's share when its owner last gained shares, in PHA; null for stake pools.</summary>
    public Pha? CheckpointPrice { get; init; }

    /// <summary>The workers, those included that left while their stake was not reclaimed.</summary>
    public IReadOnlyList<InitialWorker> Workers { get; init; } = [];

    /// <summary>Who holds shares, or is owed rewards.</summary>
    public IReadOnlyList<InitialStaker> Stakers { get; init; } = [];

    /// <summary>The withdrawals that wait, first to last.</summary>
    public IReadOnlyList<InitialWithdrawal> Queue { get; init; } = [];

    /// <summary>Who may delegate; null when anybody may.</summary>
    public IReadOnlyList<AccountId>? Whitelist { get; init; }
}

/// <summary>A worker of a stake pool.</summary>
/// <param name="PublicKey">Its sr25519 public key.</param>
/// <param name="Stake">Its stake.</param>
/// <param name="State">What it does.</param>
/// <param name="CoolingDownSince">When it was stopped, UTC; null when it was not, or when nobody knows.</param>
/// <param name="IsRemoved">Whether it left the pool and only its stake is still there.</param>
public sealed record InitialWorker(
    AccountId PublicKey,
    Pha Stake,
    SessionState State,
    DateTimeOffset? CoolingDownSince,
    bool IsRemoved
);

/// <summary>What an account has in a stake pool of the first version.</summary>
/// <param name="Account">The account.</param>
/// <param name="Shares">All its shares, queued ones included.</param>
/// <param name="RewardDebt">What the accumulator had given to the shares when they were last settled (reward_debt).</param>
/// <param name="AvailableReward">Rewards that were settled and wait to be claimed (available_rewards).</param>
public sealed record InitialStaker(AccountId Account, Pha Shares, Pha RewardDebt, Pha AvailableReward)
{
    /// <summary>What it could claim; negative when the file contradicts itself.</summary>
    /// <param name="accumulator">The accumulator of the pool.</param>
    public Pha Pending(UInt128 accumulator) =>
        AvailableReward + RewardAccumulator.Earned(Shares, accumulator) - RewardDebt;
}

/// <summary>A withdrawal that waits.</summary>
/// <param name="Account">Who will be paid.</param>
/// <param name="Shares">The shares.</param>
/// <param name="Since">When it entered the queue, UTC; null when nobody knows.</param>
public sealed record InitialWithdrawal(AccountId Account, Pha Shares, DateTimeOffset? Since);

/// <summary>What the registry knows of a worker.</summary>
/// <param name="PublicKey">Its sr25519 public key.</param>
/// <param name="ConfidenceLevel">Confidence in its hardware; null when it was not stated.</param>
/// <param name="InitialScore">Score of its first benchmark; null until that is done.</param>
public sealed record InitialRegistration(AccountId PublicKey, int? ConfidenceLevel, long? InitialScore);
