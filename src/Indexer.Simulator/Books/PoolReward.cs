namespace Indexer.Simulator;

/// <summary>One reward a stake pool received (event RewardReceived). Amounts are u128 of 10^-12.</summary>
/// <param name="Height">The block.</param>
/// <param name="EventIndex">The index of the RewardReceived event.</param>
/// <param name="Pid">The stake pool.</param>
/// <param name="ToOwner">The commission.</param>
/// <param name="ToStakers">What the event says went to the stakers.</param>
/// <param name="Distributed">False when the stakers' part was dismissed as dust and did not raise the pool's value.</param>
public sealed record PoolReward(
    long Height,
    int EventIndex,
    ulong Pid,
    UInt128 ToOwner,
    UInt128 ToStakers,
    bool Distributed
);
