namespace Indexer.Domain;

/// <summary>The evidence of an <see cref="AccountLink"/>.</summary>
public enum AccountLinkKind
{
    /// <summary>Receiver of a claim of Khala assets.</summary>
    KhalaClaim,

    /// <summary>Receiver on Ethereum of a claim of Phala assets.</summary>
    PhalaClaim,

    /// <summary>Receiver on Phala's L2 of the bridged shares of a claim of Phala assets.</summary>
    PhalaClaimBridged,

    /// <summary>Receiver of vault shares that another account sent over the bridge between Ethereum and Phala's L2.</summary>
    BridgeMove,

    /// <summary>One key on two parachains. It follows from the accounts that the networks named; no event states it.</summary>
    SameKey,
}
