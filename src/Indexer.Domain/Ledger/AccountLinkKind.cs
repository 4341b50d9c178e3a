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
}
