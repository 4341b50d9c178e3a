namespace Indexer.Simulator;

/// <summary>One settlement of streamed rewards (RewardsSettled with its TreasurySettled). Amounts are 10^-18 PHA.</summary>
/// <param name="Height">The block.</param>
/// <param name="LogIndex">The log index of RewardsSettled in the block.</param>
/// <param name="Time">The checkpoint time, unix seconds.</param>
/// <param name="Rewards">To the share holders.</param>
/// <param name="TotalAssets">Total assets after the settlement.</param>
/// <param name="TreasuryRewards">To the treasury.</param>
/// <param name="TotalSupply">Shares among which the rewards were spread.</param>
public sealed record VaultSettlement(
    long Height,
    int LogIndex,
    ulong Time,
    UInt128 Rewards,
    UInt128 TotalAssets,
    UInt128 TreasuryRewards,
    UInt128 TotalSupply
);
