namespace Indexer.Domain;

/// <summary>The terms of the PHA vault that its owner sets.</summary>
public sealed record VaultTerms : StateRow
{
    /// <summary>The vault.</summary>
    public required string PoolId { get; init; }

    /// <summary>PHA streamed per second, the treasury's part included (RewardRateUpdated); null before the first update.</summary>
    public Pha? RewardRate { get; init; }

    /// <summary>The treasury's part of the stream in 1/10,000 (TreasuryRatioUpdated); null before the first update.</summary>
    public int? TreasuryRatio { get; init; }

    /// <summary>Seconds between an unlock request and its payment (UnlockPeriodUpdated); null before the first update.</summary>
    public long? UnlockPeriod { get; init; }

    /// <summary>The most open unlock requests of one owner (MaxUnlockRequestsUpdated); null before the first update.</summary>
    public int? MaxUnlockRequests { get; init; }
}
