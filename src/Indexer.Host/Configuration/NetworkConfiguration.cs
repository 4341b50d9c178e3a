using Indexer.Domain;
using Indexer.JsonRpc;

namespace Indexer.Host.Configuration;

/// <summary>A network as it is written in the configuration.</summary>
internal sealed class NetworkConfiguration
{
    /// <summary>substrate, evm or snapshot.</summary>
    public NetworkKind? Kind { get; init; }

    /// <summary>Hash of block 0 as 0x-hex (Substrate).</summary>
    public string? GenesisHash { get; init; }

    /// <summary>EIP-155 chain id (EVM).</summary>
    public long? ChainId { get; init; }

    /// <summary>The network on which this one settles, when it is an L2 (EVM): the name of another one.</summary>
    public string? L1 { get; init; }

    /// <summary>Nodes: http(s) or, for Substrate, also ws(s).</summary>
    public List<string> Endpoints { get; init; } = [];

    /// <summary>Id of the space (Snapshot).</summary>
    public string? Space { get; init; }

    /// <summary>Key of the hub, which raises its rate limit (Snapshot).</summary>
    public Secret? ApiKey { get; init; }

    /// <summary>Most requests in a minute (Snapshot).</summary>
    public int? RequestsPerMinute { get; init; }

    /// <summary>The first block to index.</summary>
    public long? StartBlock { get; init; }

    /// <summary>A file with the state after the block before the first (Substrate, docs/guides/initial-state.md).</summary>
    public string? InitialState { get; init; }

    /// <summary>The last block of a chain that has ended.</summary>
    public long? LastBlock { get; init; }

    /// <summary>On which side of a claim holdings are expected when the chain has ended (Substrate); as documented when left out.</summary>
    public MigrationConfiguration? Migration { get; init; }

    /// <summary>Contracts to index (EVM).</summary>
    public List<ContractConfiguration> Contracts { get; init; } = [];

    /// <summary>Accounts that are nobody's, with what they are known as; contracts with a role need none.</summary>
    public List<LabelConfiguration> Labels { get; init; } = [];

    /// <summary>Milliseconds between two blocks, to estimate the times of future ones (EVM); those of Ethereum when left out.</summary>
    public int? BlockMilliseconds { get; init; }

    /// <summary>Whether logs are proven by the receipts of their blocks, eth_getBlockReceipts (EVM); not when left out.</summary>
    public bool? VerifyReceipts { get; init; }

    /// <summary>Segments fetched at the same time in backfill.</summary>
    public int? Parallelism { get; init; }

    /// <summary>Blocks of a backfill segment.</summary>
    public int? SegmentBlocks { get; init; }

    /// <summary>Milliseconds between two looks at the head.</summary>
    public int? PollMilliseconds { get; init; }
}
