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
}
