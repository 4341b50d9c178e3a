namespace Indexer.Simulator;

/// <summary>The vPHA vault after a block. Amounts are 10^-18, times unix seconds.</summary>
/// <param name="Time">The time of the block.</param>
/// <param name="TotalAssets">PHA that the shares stand for at that time, streamed rewards included.</param>
/// <param name="TotalSupply">All vPHA shares.</param>
/// <param name="CheckpointTime">When rewards were last settled.</param>
/// <param name="CheckpointTotalAssets">Total assets at the last settlement and the moves since.</param>
/// <param name="RewardRate">PHA-wei per second, treasury included.</param>
/// <param name="TreasuryRatio">Parts of 10000 that go to the treasury.</param>
/// <param name="TreasuryAssets">Treasury PHA at the time of the block, streamed rewards included.</param>
/// <param name="UnlockPeriod">Seconds.</param>
/// <param name="MaxUnlockRequests">Open requests per owner.</param>
/// <param name="UnlockingAssets">The sum of the open unlock requests.</param>
public sealed record VaultBook(
    ulong Time,
    UInt128 TotalAssets,
    UInt128 TotalSupply,
    ulong CheckpointTime,
    UInt128 CheckpointTotalAssets,
    UInt128 RewardRate,
    uint TreasuryRatio,
    UInt128 TreasuryAssets,
    ulong UnlockPeriod,
    uint MaxUnlockRequests,
    UInt128 UnlockingAssets
);
