using System.Numerics;

namespace Indexer.Domain;

/// <summary>What changes of a pool: its value, shares, terms and reward counters.</summary>
public sealed record PoolState : StateRow
{
    /// <summary>The pool.</summary>
    public required string PoolId { get; init; }

    /// <summary>The current owner; null on EVM chains.</summary>
    public AccountId? Owner { get; init; }

    /// <summary>Value of all shares in PHA: free value plus stake in workers (stake pool), plus own delegations (vault), totalAssets at the last checkpoint (PHA vault).</summary>
    public Pha TotalValue { get; init; }

    /// <summary>All shares, queued ones included.</summary>
    public Pha TotalShares { get; init; }

    /// <summary>Shares that wait in the withdrawal queue.</summary>
    public Pha WithdrawingShares { get; init; }

    /// <summary>PHA that left the shares of the PHA vault and waits for its unlock period.</summary>
    public Pha UnlockingValue { get; init; }

    /// <summary>
    /// Those of all shares of the PHA vault that lie in the escrow of the bridge to Phala's L2: they are nobody's position here, but
    /// of those who hold them there.
    /// </summary>
    public Pha BridgedShares { get; init; }

    /// <summary>Cost basis of the shares in the escrow, in PHA; shares that come back take their proportional part of it.</summary>
    public Pha BridgedCost { get; init; }

    /// <summary>
    /// The pool on the L1 whose shares those of this pool are (the remote token that the bridge states with every transfer): it
    /// has their price. Null for pools that have a value of their own.
    /// </summary>
    public string? BackingPoolId { get; init; }

    /// <summary>PHA in the pool that is invested in nothing, from which withdrawals are paid; zero on EVM chains.</summary>
    public Pha FreeValue { get; init; }

    /// <summary>The owner's commission in parts per million; null while none was set.</summary>
    public int? Commission { get; init; }

    /// <summary>The most PHA a stake pool accepts; null when unlimited.</summary>
    public Pha? Capacity { get; init; }

    /// <summary>Commission of a stake pool that its owner has not withdrawn yet, in PHA.</summary>
    public Pha OwnerReward { get; init; }

    /// <summary>Commission shares of a vault that its owner has not claimed yet; the vault's own account holds them.</summary>
    public Pha OwnerShares { get; init; }

    /// <summary>Share price of a vault when its owner last gained shares, in PHA per share times 10^18; commission is due above it.</summary>
    public Pha? LastCheckpointPrice { get; init; }

    /// <summary>Workers of a stake pool.</summary>
    public int WorkerCount { get; init; }

    /// <summary>The shares (<see cref="WorkerShares"/>) of its idle workers in the budget of the chain; zero for other pools.</summary>
    public Pha IdleWorkerShares { get; init; }

    /// <summary>Whether only listed accounts may delegate.</summary>
    public bool WhitelistEnabled { get; init; }

    /// <summary>Whether a vault was shut down by force (PhalaVault.ForceShutdown).</summary>
    public bool IsShutDown { get; init; }

    /// <summary>Cumulative reward of one share, in PHA times 10^36.</summary>
    public BigInteger RewardIndex { get; init; }

    /// <summary>
    /// The chain's own cumulative reward of one share (reward_acc of PhalaStakePool), as bits of U64F64, of a stake pool of the first
    /// version, whose rewards wait beside the shares until they are claimed; null for other pools, whose rewards add to their value.
    /// </summary>
    public BigInteger? RewardAccumulator { get; init; }

    /// <summary>
    /// The RMRK collection of a pool that began as a stake pool of the first version, since the move to the second told it; null for
    /// others, whose collection never changes (<see cref="Pool.CollectionId"/>).
    /// </summary>
    public long? MovedCollectionId { get; init; }

    /// <summary>
    /// Whether a stake pool is on its way from the first version to the second: from the first step of the network's move, when its free
    /// value and commission become wrapped PHA, to the step after which all delegations are NFTs.
    /// </summary>
    public bool IsMoving { get; init; }

    /// <summary>All rewards of the owner so far, in PHA.</summary>
    public Pha RewardsToOwner { get; init; }

    /// <summary>All rewards of the holders of shares so far, commission deducted, in PHA.</summary>
    public Pha RewardsToStakers { get; init; }

    /// <summary>The same pool of the first version at another value of its accumulator, which its reward index follows.</summary>
    /// <param name="bits">Bits of U64F64.</param>
    public PoolState WithAccumulator(BigInteger bits) =>
        this with
        {
            RewardAccumulator = bits,
            RewardIndex =
                RewardIndex
                + Domain.RewardAccumulator.Index(bits)
                - Domain.RewardAccumulator.Index(RewardAccumulator ?? BigInteger.Zero),
        };

    /// <summary>
    /// What some of the shares are worth in PHA: shares * total value / total shares, multiplied first and rounded down to 10^-18, nothing
    /// when there are no shares. It is the floor of ERC-4626 (<c>convertToAssets</c>). The pallets truncate the price to 2^-64 before they
    /// multiply, so that a withdrawal may pay less in the last digits of its 12; what is paid is taken from the event.
    /// </summary>
    /// <param name="shares">The shares, at most all of them.</param>
    public Pha ValueOf(Pha shares) =>
        TotalShares.IsZero
            ? Pha.Zero
            : Pha.FromBigInteger(shares.ToBigInteger() * TotalValue.ToBigInteger() / TotalShares.ToBigInteger());
}
