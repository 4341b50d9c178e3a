namespace Indexer.Domain;

/// <summary>What the ingestion of a network is doing.</summary>
public sealed record IngestionStatus
{
    /// <summary>Name of the network.</summary>
    public required string Network { get; init; }

    /// <summary>What it is doing.</summary>
    public required IngestionState State { get; init; }

    /// <summary>Why it stopped, in one line; null unless stopped.</summary>
    public string? Reason { get; init; }

    /// <summary>The chain's best block as last seen; null before the first answer.</summary>
    public long? HeadHeight { get; init; }

    /// <summary>The chain's finalized block as last seen; null before the first answer.</summary>
    public long? FinalizedHeight { get; init; }

    /// <summary>When this row was written, UTC.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }
}
