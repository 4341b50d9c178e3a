namespace Indexer.Simulator.Ethereum;

/// <summary>A log as it lies in its block.</summary>
internal sealed record EthereumLog(
    EvmAddress Address,
    IReadOnlyList<byte[]> Topics,
    byte[] Data,
    int Index,
    int TransactionIndex,
    byte[] TransactionHash
);
