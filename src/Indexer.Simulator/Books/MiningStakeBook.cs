using System.Numerics;
using Indexer.Simulator.Mining;

namespace Indexer.Simulator;

/// <summary>One account's stake in a pool of the first version after a block. Amounts and shares are u128 of 10^-12.</summary>
/// <param name="Pid">The pool.</param>
/// <param name="Account">The delegator.</param>
/// <param name="Shares">All shares, those in the queue included.</param>
/// <param name="QueuedShares">The shares in the queue.</param>
/// <param name="Available">Rewards that were settled and not claimed.</param>
/// <param name="Debt">What the accumulator had given to the shares when they were last settled.</param>
/// <param name="Claimed">All rewards that were claimed so far.</param>
public sealed record MiningStakeBook(
    ulong Pid,
    AccountId Account,
    UInt128 Shares,
    UInt128 QueuedShares,
    UInt128 Available,
    UInt128 Debt,
    UInt128 Claimed
)
{
    /// <summary>What the account could claim.</summary>
    /// <param name="accumulator">The pool's accumulator then.</param>
    public UInt128 Pending(BigInteger accumulator) => Available + WideFixed.Multiply(Shares, accumulator) - Debt;
}
