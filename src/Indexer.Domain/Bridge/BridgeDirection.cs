namespace Indexer.Domain;

/// <summary>Where a <see cref="BridgeTransfer"/> goes.</summary>
public enum BridgeDirection
{
    /// <summary>From Ethereum to the L2: locked in the bridge's escrow, minted on the L2.</summary>
    Deposit,

    /// <summary>From the L2 to Ethereum: burned on the L2, and after it was proven released from the escrow.</summary>
    Withdrawal,
}
