using System.Numerics;

namespace Indexer.Simulator;

/// <summary>What the chain knows of a stake pool of the first version after a block. Amounts and shares are u128 of 10^-12.</summary>
/// <param name="Pid">The pool id.</param>
/// <param name="Owner">Who created it.</param>
/// <param name="CreatedAt">The block of its creation.</param>
/// <param name="TotalShares">All shares, those in the queue included.</param>
/// <param name="TotalStake">What they are worth without rewards.</param>
/// <param name="FreeStake">The part that no worker has.</param>
/// <param name="Accumulator">Cumulative reward of one share, as bits of U64F64.</param>
/// <param name="Commission">Parts per million; zero when never set.</param>
/// <param name="Capacity">The cap, or null.</param>
/// <param name="OwnerReward">Commission that the owner has not claimed.</param>
/// <param name="Workers">Bound workers in the order of their addition.</param>
/// <param name="Whitelist">The whitelist in the order of addition; null when anybody may contribute.</param>
public sealed record MiningPoolBook(
    ulong Pid,
    AccountId Owner,
    long CreatedAt,
    UInt128 TotalShares,
    UInt128 TotalStake,
    UInt128 FreeStake,
    BigInteger Accumulator,
    uint Commission,
    UInt128? Capacity,
    UInt128 OwnerReward,
    IReadOnlyList<WorkerBook> Workers,
    IReadOnlyList<AccountId>? Whitelist
);
