using Indexer.Simulator.Ethereum.Bridge;

namespace Indexer.Simulator.Ethereum;

/// <summary>Ethereum and Phala's L2, and what went from one to the other.</summary>
internal sealed record EthereumWorld(
    EthereumChain Ethereum,
    EthereumChain L2,
    IReadOnlyList<Flight> Deposits,
    IReadOnlyList<Flight> Withdrawals
);
