namespace Indexer.Simulator;

/// <summary>A vault's part of a stake pool's reward; the chain emits no event for it.</summary>
/// <param name="Height">The block.</param>
/// <param name="EventIndex">The index of the stake pool's RewardReceived event.</param>
/// <param name="Pid">The vault.</param>
/// <param name="FromPool">The stake pool.</param>
/// <param name="Amount">What the vault's value grew by, in 10^-12 PHA.</param>
public sealed record VaultReward(long Height, int EventIndex, ulong Pid, ulong FromPool, UInt128 Amount);
