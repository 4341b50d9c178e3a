namespace Indexer.Domain;

/// <summary>
/// A figure of ours compared with what the chain or the source states of itself at the same block. A row without a
/// difference is the proof that it was compared; a difference is named.
/// </summary>
public sealed record Reconciliation : LedgerRow
{
    /// <summary>The proposal.</summary>
    public required string ProposalId { get; init; }

    /// <summary>What was compared.</summary>
    public required ReconciliationCheck Check { get; init; }

    /// <summary>The number of the choice for <see cref="ReconciliationCheck.ChoiceWeight"/>; 0 with others.</summary>
    public int Choice { get; init; }

    /// <summary>Where the stated figure is from, for example <c>Democracy.ReferendumInfoOf</c> or <c>proposalVotes(uint256)</c>.</summary>
    public required string Source { get; init; }

    /// <summary>The figure that the source states.</summary>
    public required Pha Stated { get; init; }

    /// <summary>Our sum.</summary>
    public required Pha Found { get; init; }

    /// <summary>Stated less found; computed by the database.</summary>
    public Pha Difference { get; init; }

    /// <summary>The name of the difference: why both may differ; null when there is none.</summary>
    public string? Reason { get; init; }
}
