using Indexer.Simulator.Ethereum;

namespace Indexer.Simulator;

/// <summary>
/// Phala's L2 (chain id 2035): bridged vPHA, the L2's half of the bridge, and what people do with their shares there. A block follows each block
/// of Ethereum, and it finalizes later. Its story follows the first story of Ethereum: a reorganisation of one does not rewrite the other.
/// </summary>
public sealed class SimulatedL2 : SimulatedEvm
{
    private readonly Func<IReadOnlyList<Fork>, EthereumChain> _rewrite;
    private readonly List<Fork> _forks = [];

    internal SimulatedL2(ulong seed, EthereumChain chain, Func<IReadOnlyList<Fork>, EthereumChain> rewrite)
        : base(seed, "phala-l2", chain)
    {
        _rewrite = rewrite;
        FinalizedLag = 40;
    }

    /// <summary>The chain id.</summary>
    public static ulong ChainId => 2035;

    /// <summary>Bridged vPHA, at its real address.</summary>
    public static EvmAddress Token => Addresses.L2Vault;

    /// <summary>The standard bridge, a predeploy of the OP stack.</summary>
    public static EvmAddress Bridge => Addresses.L2Bridge;

    /// <summary>The message passer, a predeploy of the OP stack.</summary>
    public static EvmAddress MessagePasser => Addresses.Passer;

    /// <summary>The messenger, a predeploy of the OP stack.</summary>
    public static EvmAddress Messenger => Addresses.L2Messenger;

    internal override ulong Id => ChainId;

    internal void GoOn(EthereumChain chain) => Lengthen(chain);

    private protected override void Replace(Fork fork)
    {
        _forks.Add(fork);
        Rewrite(fork, _rewrite(_forks));
    }
}
