namespace Indexer.Domain;

/// <summary>What a labelled account is.</summary>
public enum AccountLabelKind
{
    /// <summary>A contract of a bridge, such as its escrow.</summary>
    Bridge,

    /// <summary>A contract that pays the assets of a parachain.</summary>
    Claimer,

    /// <summary>A vault of PHA.</summary>
    Vault,

    /// <summary>A token.</summary>
    Token,

    /// <summary>A governor or its timelock.</summary>
    Governance,

    /// <summary>An exchange that keeps for its customers.</summary>
    Exchange,

    /// <summary>A pool of a decentralised exchange, or one that stakes for others.</summary>
    Pool,

    /// <summary>A treasury or a reserve of rewards.</summary>
    Treasury,

    /// <summary>Something else that is nobody's.</summary>
    Other,
}
