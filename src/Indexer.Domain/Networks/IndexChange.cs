namespace Indexer.Domain;

/// <summary>
/// One step of the index: a range of blocks of a network was added, retracted or became final. The steps of all networks
/// have one order, in which they became visible; the steps of the last days are kept.
/// </summary>
public sealed record IndexChange
{
    /// <summary>Place in the order of all steps, ascending; numbers may be left out.</summary>
    public long Sequence { get; init; }

    /// <summary>Name of the network.</summary>
    public required string Network { get; init; }

    /// <summary>What happened to the blocks.</summary>
    public required ChangeOp Op { get; init; }

    /// <summary>Height of the first block of the range.</summary>
    public required long FromHeight { get; init; }

    /// <summary>Height of the last block of the range.</summary>
    public required long ToHeight { get; init; }

    /// <summary>Hash of the last block of the range; null when its header is not kept.</summary>
    public byte[]? Hash { get; init; }

    /// <summary>When it was committed, UTC by the clock of the database.</summary>
    public DateTimeOffset CommittedAt { get; init; }
}
