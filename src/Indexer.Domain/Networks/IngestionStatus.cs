namespace Indexer.Domain;

/// <summary>What the ingestion of a network is doing.</summary>
public sealed record IngestionStatus
{
    /// <summary>Name of the network.</summary>
    public required string Network { get; init; }

    /// <summary>What it is doing.</summary>
    public required IngestionState State { get; init; }

    /// <summary>Why it waits or stopped, in one line; null otherwise.</summary>
    public string? Reason { get; init; }

    /// <summary>Since when it does that, UTC.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>When what it waits for is tried next, UTC; null unless it waits.</summary>
    public DateTimeOffset? NextTryAt { get; init; }

    /// <summary>The chain's best block as last seen; null before the first answer.</summary>
    public long? HeadHeight { get; init; }

    /// <summary>The chain's finalized block as last seen; null before the first answer.</summary>
    public long? FinalizedHeight { get; init; }

    /// <summary>When its process last gave a sign of life, UTC; it does so every quarter of a minute until it ends.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }
}
