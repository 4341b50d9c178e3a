namespace Indexer.Simulator;

/// <summary>One account's stake in one pool after a block. Amounts and shares are u128 of 10^-12.</summary>
/// <param name="Pid">The pool.</param>
/// <param name="Account">The delegator; a vault delegates with its pool account.</param>
/// <param name="Shares">All shares, those in the withdraw queue included.</param>
/// <param name="QueuedShares">The shares in the withdraw queue.</param>
/// <param name="Value">All shares at the share price of the block, with the chain's rounding.</param>
public sealed record PositionBook(ulong Pid, AccountId Account, UInt128 Shares, UInt128 QueuedShares, UInt128 Value)
{
    /// <summary>The shares that are not in the withdraw queue: the delegation NFT.</summary>
    public UInt128 FreeShares => Shares - QueuedShares;
}
