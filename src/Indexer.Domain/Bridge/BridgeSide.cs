namespace Indexer.Domain;

/// <summary>A side of a <see cref="BridgeTransfer"/>.</summary>
public enum BridgeSide
{
    /// <summary>The tokens left this network.</summary>
    Initiated,

    /// <summary>The tokens came to this network.</summary>
    Finalized,
}
