namespace Indexer.Domain;

/// <summary>A block with indexed events, or one that lies above the finalized block and may still be replaced.</summary>
public sealed record Block
{
    /// <summary>Name of the network.</summary>
    public required string Network { get; init; }

    /// <summary>Block number; genesis is 0.</summary>
    public required long Height { get; init; }

    /// <summary>The 32-byte block hash.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>The 32-byte hash of the block before.</summary>
    public required byte[] ParentHash { get; init; }

    /// <summary>Time of the block, UTC.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>The runtime version that executed it; null on EVM networks.</summary>
    public int? SpecVersion { get; init; }

    /// <summary>How its logs were proven; null where nobody asked for it (option verifyReceipts of EVM networks).</summary>
    public LogsProof? LogsProof { get; init; }

    /// <summary>Indexed events of the block that were handled.</summary>
    public required int Events { get; init; }
}
