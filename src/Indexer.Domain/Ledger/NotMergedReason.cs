namespace Indexer.Domain;

/// <summary>Why an <see cref="AccountLink"/> is shown and does not make one holder of its two sides.</summary>
public enum NotMergedReason
{
    /// <summary>Tokens were sent over the bridge to another address, which may be anybody's.</summary>
    BridgeMove,

    /// <summary>The receiver is a contract (it has code on the network of the claim), which may keep assets of many.</summary>
    Contract,

    /// <summary>The receiver has a label in the configuration, as addresses of exchanges have.</summary>
    Labelled,
}
