namespace Indexer.Domain;

/// <summary>A ledger row that a reorganisation took back, kept as long as its step so that it can be told to whoever was told of it.</summary>
public sealed record RetractedRow
{
    /// <summary>The <see cref="IndexChange"/> that retracted it.</summary>
    public required long Sequence { get; init; }

    /// <summary>Name of its table.</summary>
    public required string Table { get; init; }

    /// <summary>Height of its block.</summary>
    public required long Height { get; init; }

    /// <summary>Index of its event in the block.</summary>
    public required int Index { get; init; }

    /// <summary>Its number among the rows of the event.</summary>
    public required int Ordinal { get; init; }

    /// <summary>All its columns as a JSON object.</summary>
    public required string Row { get; init; }
}
