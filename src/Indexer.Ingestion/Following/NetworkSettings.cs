using Indexer.Domain;
using Indexer.JsonRpc;

namespace Indexer.Ingestion;

/// <summary>A configured network.</summary>
public sealed record NetworkSettings
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The kind of its chain.</summary>
    public required NetworkKind Kind { get; init; }

    /// <summary>Hash of block 0 (Substrate); null accepts the chain that the endpoint has.</summary>
    public byte[]? GenesisHash { get; init; }

    /// <summary>The chain id (EVM).</summary>
    public long? ChainId { get; init; }

    /// <summary>Nodes of the chain: http(s) or ws(s).</summary>
    public required IReadOnlyList<Endpoint> Endpoints { get; init; }

    /// <summary>The first block to index.</summary>
    public long StartBlock { get; init; }

    /// <summary>The state after the block before <see cref="StartBlock"/>, with which the ledger opens (Substrate); null begins with nothing.</summary>
    public InitialStateFile? InitialState { get; init; }

    /// <summary>The last block of a chain that has ended; null while it goes on.</summary>
    public long? LastBlock { get; init; }

    /// <summary>
    /// The side of a claim on which each form of a holding is expected when the chain has ended (Substrate). What the team counted on
    /// which side is not documented; that delegations and wrapped PHA became shares of the vault is (docs/chains/contracts.md, Claims).
    /// </summary>
    public IReadOnlyDictionary<MigrationEntryKind, MigrationLeg> MigrationLegs { get; init; } =
        Enum.GetValues<MigrationEntryKind>()
            .ToDictionary(
                kind => kind,
                kind =>
                    kind
                        is MigrationEntryKind.Free
                            or MigrationEntryKind.Vesting
                            or MigrationEntryKind.Locked
                            or MigrationEntryKind.Reserved
                        ? MigrationLeg.Free
                        : MigrationLeg.Staked
            );

    /// <summary>Name of the network on which this one settles, when it is an L2 (EVM).</summary>
    public string? L1 { get; init; }

    /// <summary>Indexed contracts (EVM): their role by address.</summary>
    public IReadOnlyDictionary<AccountId, string> Contracts { get; init; } = new Dictionary<AccountId, string>();

    /// <summary>What the events of these contracts mean, where the configuration says so of some; null when all have roles that are known.</summary>
    public EvmHandlers? Handlers { get; init; }

    /// <summary>What accounts are known as, at most one label each.</summary>
    public IReadOnlyList<AccountLabel> Labels { get; init; } = [];

    /// <summary>Id of the space (Snapshot).</summary>
    public string? Space { get; init; }

    /// <summary>Key of the hub (Snapshot); null asks without one.</summary>
    public Secret? ApiKey { get; init; }

    /// <summary>Most requests in a minute (Snapshot).</summary>
    public int RequestsPerMinute { get; init; } = 60;

    /// <summary>Usual time between two blocks (EVM), from which times of future blocks are estimated.</summary>
    public TimeSpan BlockTime { get; init; } = EthereumBlockTime;

    /// <summary>The time of a slot on Ethereum.</summary>
    internal static TimeSpan EthereumBlockTime { get; } = TimeSpan.FromSeconds(12);

    /// <summary>Whether logs are proven by the receipts of their blocks (EVM).</summary>
    public bool VerifyReceipts { get; init; }

    /// <summary>Segments that are fetched and decoded at the same time in backfill.</summary>
    public int Parallelism { get; init; } = 4;

    /// <summary>Blocks of a backfill segment; the source may give fewer.</summary>
    public int SegmentBlocks { get; init; } = 64;

    /// <summary>Pause between two looks at the head.</summary>
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>
    /// How long a run to the head waits for a node or a hub that is away, from one block to the next. Following waits without limit.
    /// </summary>
    public TimeSpan Patience { get; init; }

    /// <summary>The network as it is recorded; what identifies the chain is for its node to say.</summary>
    internal Network ToNetwork() =>
        new()
        {
            Name = Name,
            Kind = Kind,
            L1 = L1,
            Space = Space,
            StartBlock = StartBlock,
            LastBlock = LastBlock,
        };
}
