namespace Indexer.Domain;

/// <summary>How far a network is indexed. It moves in the transaction that writes the blocks up to it.</summary>
public sealed record Cursor
{
    /// <summary>Name of the network.</summary>
    public required string Network { get; init; }

    /// <summary>Height of the last indexed block.</summary>
    public required long Height { get; init; }

    /// <summary>Hash of that block.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>Time of that block, UTC.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>Events handled so far.</summary>
    public required long Events { get; init; }

    /// <summary>Ledger rows written so far.</summary>
    public required long Entries { get; init; }

    /// <summary>Height up to which the indexed blocks are final; the one before the first indexed block while none is.</summary>
    public required long FinalizedHeight { get; init; }
}
