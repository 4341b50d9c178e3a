namespace Indexer.Domain;

/// <summary>A network that is or was indexed into this database, with what identifies its chain.</summary>
public sealed record Network
{
    /// <summary>Its name: khala, phala, ethereum, phala-l2, or as configured. The key of everything else.</summary>
    public required string Name { get; init; }

    /// <summary>The kind of its chain.</summary>
    public required NetworkKind Kind { get; init; }

    /// <summary>Hash of the genesis block (Substrate); null on EVM networks.</summary>
    public byte[]? GenesisHash { get; init; }

    /// <summary>The EIP-155 chain id (EVM); null on Substrate networks.</summary>
    public long? ChainId { get; init; }

    /// <summary>Name of the network on which this one settles, when it is an L2 (OP stack); null on others.</summary>
    public string? L1 { get; init; }

    /// <summary>The id of the space (Snapshot); null on networks that are chains.</summary>
    public string? Space { get; init; }

    /// <summary>The first block that is indexed.</summary>
    public required long StartBlock { get; init; }

    /// <summary>The last block of a chain that has ended; null while it goes on.</summary>
    public long? LastBlock { get; init; }
}
