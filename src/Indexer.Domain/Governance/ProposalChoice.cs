namespace Indexer.Domain;

/// <summary>One of the choices that a proposal offers when they are not simply aye, nay and abstain (Snapshot).</summary>
public sealed record ProposalChoice : StateRow
{
    /// <summary>The proposal.</summary>
    public required string ProposalId { get; init; }

    /// <summary>Its number, counted from 1 as Snapshot does.</summary>
    public required int Choice { get; init; }

    /// <summary>Its text.</summary>
    public required string Label { get; init; }

    /// <summary>The weight on it as our sum of the votes by the rule of the proposal's voting type.</summary>
    public Pha Weight { get; init; }

    /// <summary>The weight on it as the source states it; null while it does not.</summary>
    public Pha? StatedWeight { get; init; }
}
