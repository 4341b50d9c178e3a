namespace Indexer.Handlers.Staking.Declared;

/// <summary>A token that contracts take as stake or pay as reward.</summary>
public enum StakedToken
{
    /// <summary>PHA.</summary>
    Pha,

    /// <summary>vPHA, the shares of the PHA vault: on Ethereum, or those that are on the L2.</summary>
    Vpha,
}
