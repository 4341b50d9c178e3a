namespace Indexer.Domain;

/// <summary>What a proposal says or does. Texts can be edited and preimages can come later, so it has versions.</summary>
public sealed record ProposalText : StateRow
{
    /// <summary>The proposal.</summary>
    public required string ProposalId { get; init; }

    /// <summary>Its title; null when it has none.</summary>
    public string? Title { get; init; }

    /// <summary>Its text, as its author wrote it (often Markdown); null when it has none.</summary>
    public string? Body { get; init; }

    /// <summary>Where it is discussed, as its author wrote it; null when its author named nothing.</summary>
    public string? Discussion { get; init; }

    /// <summary>Hash of the call or of the actions that it would carry out, 0x and hexadecimal; null when it carries out nothing.</summary>
    public string? CallHash { get; init; }

    /// <summary>
    /// What it would carry out, as JSON: pallet, call and arguments (Substrate), or targets, values and data of the actions (EVM);
    /// null while the chain holds only the hash.
    /// </summary>
    public string? Call { get; init; }

    /// <summary>How votes are cast and counted, in the source's word (Snapshot: <c>basic</c>, <c>ranked-choice</c>, …); null with other systems.</summary>
    public string? VotingType { get; init; }

    /// <summary>
    /// What gives accounts their weight, as JSON (Snapshot): the <c>strategies</c> with the <c>network</c> and the block
    /// (<c>snapshot</c>) at which they look, the weight's <c>symbol</c>, and whether votes are hidden (<c>privacy</c>); null with other systems.
    /// </summary>
    public string? Strategies { get; init; }

    /// <summary>When its source says that it was last edited, UTC (Snapshot); null when it never was.</summary>
    public DateTimeOffset? EditedTime { get; init; }
}
