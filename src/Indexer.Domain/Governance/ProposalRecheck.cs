namespace Indexer.Domain;

/// <summary>
/// A settled proposal of a Snapshot space that is read again although nothing tells of a change: a job marks it, and the
/// ingestion, which alone writes what it finds, looks at what is marked.
/// </summary>
public sealed record ProposalRecheck
{
    /// <summary>Name of the network.</summary>
    public required string Network { get; init; }

    /// <summary>The proposal.</summary>
    public required string ProposalId { get; init; }

    /// <summary>When it was marked last, UTC by the clock of the database.</summary>
    public required DateTimeOffset MarkedAt { get; init; }

    /// <summary>When it was looked at last, UTC by the clock of the database; null before. Until it is later than the mark, a look is due.</summary>
    public DateTimeOffset? CheckedAt { get; init; }
}
