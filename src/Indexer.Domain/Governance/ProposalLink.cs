namespace Indexer.Domain;

/// <summary>One proposal leads to another of the same network.</summary>
public sealed record ProposalLink : LedgerRow
{
    /// <summary>The proposal that came first or acts.</summary>
    public required string ProposalId { get; init; }

    /// <summary>The proposal that it leads to or acts upon.</summary>
    public required string TargetId { get; init; }

    /// <summary>How.</summary>
    public required ProposalLinkKind Kind { get; init; }
}
