namespace Indexer.Simulator.Ethereum.Bridge;

/// <summary>What somebody may try at the bridge, on either of its networks. An action that is not possible leaves no trace.</summary>
internal enum BridgeAction
{
    /// <summary>On Ethereum: send shares to the L2.</summary>
    Send,

    /// <summary>On Ethereum: prove a withdrawal.</summary>
    Prove,

    /// <summary>On Ethereum: finalize a proven withdrawal.</summary>
    Finalize,

    /// <summary>On the L2: give shares to somebody.</summary>
    Transfer,

    /// <summary>On the L2: send shares back.</summary>
    Withdraw,
}
