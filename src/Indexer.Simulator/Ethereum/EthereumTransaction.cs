namespace Indexer.Simulator.Ethereum;

/// <summary>A transaction; its hash does not depend on the block, so it can be found again in another one after a reorganisation.</summary>
internal sealed record EthereumTransaction(
    byte[] Hash,
    EvmAddress From,
    EvmAddress To,
    ulong Nonce,
    int Index,
    byte[] Input
);
