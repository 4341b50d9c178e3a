using System.Numerics;

namespace Indexer.Simulator;

/// <summary>What the chain knows of one pool after a block. Amounts and shares are u128 of 10^-12.</summary>
/// <param name="Pid">The pool id.</param>
/// <param name="Kind">Stake pool or vault.</param>
/// <param name="Owner">Who created it.</param>
/// <param name="Account">The pool account that holds its free W-PHA and, for a vault, its delegations.</param>
/// <param name="CollectionId">The collection of its delegation NFTs.</param>
/// <param name="CreatedAt">The block of its creation.</param>
/// <param name="TotalShares">All shares: delegations, queued ones and a vault owner's claimable ones.</param>
/// <param name="TotalValue">The pool's own account of its value.</param>
/// <param name="FreeValue">W-PHA on the pool account.</param>
/// <param name="LeakedDust">
/// W-PHA below the asset's minimum that left with payouts although no Withdrawal event counts it.
/// <c>FreeValue + LeakedDust</c> is what the staking events alone add up to.
/// </param>
/// <param name="Commission">Parts per million; zero when never set.</param>
/// <param name="Capacity">The cap of a stake pool, or null.</param>
/// <param name="OwnerReward">W-PHA the owner can withdraw (stake pool).</param>
/// <param name="Workers">Bound workers in the order of their addition (stake pool).</param>
/// <param name="Whitelist">The whitelist in the order of addition; null when anybody may contribute.</param>
/// <param name="ClaimableOwnerShares">Shares gained by the owner and not yet claimed (vault).</param>
/// <param name="LastCheckpoint">The last checkout price in 10^-12 (vault; starts at 10^12), zero for a stake pool.</param>
/// <param name="Locked">True after a forced shutdown until the queue is empty (vault).</param>
/// <param name="IdleWorkerShares">What its idle workers count when the budget is divided, in 10^-18.</param>
/// <param name="Nfts">Its NFTs by number, those of the queue included.</param>
/// <param name="Queue">The withdrawals that wait, first in, first out.</param>
public sealed record PoolBook(
    ulong Pid,
    PoolKind Kind,
    AccountId Owner,
    AccountId Account,
    uint CollectionId,
    long CreatedAt,
    UInt128 TotalShares,
    UInt128 TotalValue,
    UInt128 FreeValue,
    UInt128 LeakedDust,
    uint Commission,
    UInt128? Capacity,
    UInt128 OwnerReward,
    IReadOnlyList<WorkerBook> Workers,
    IReadOnlyList<AccountId>? Whitelist,
    UInt128 ClaimableOwnerShares,
    UInt128 LastCheckpoint,
    bool Locked,
    BigInteger IdleWorkerShares,
    IReadOnlyList<NftBook> Nfts,
    IReadOnlyList<QueuedBook> Queue
);
