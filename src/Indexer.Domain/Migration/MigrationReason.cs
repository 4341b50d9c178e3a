namespace Indexer.Domain;

/// <summary>Why a claim differs from what the chain knew of its account.</summary>
public enum MigrationReason
{
    /// <summary>At most one unit of the parachain (10^-12 PHA) for each holding of the account, and one more.</summary>
    Rounding,

    /// <summary>Expected on one side of the claim and paid on the other; both sides together agree.</summary>
    OtherLeg,

    /// <summary>The parachain is not indexed to its end, so that nothing of it is expected.</summary>
    ChainNotIndexed,

    /// <summary>The free part of the claim, of which the index knows nothing: no node listed the balances after the last block.</summary>
    FreeNotIndexed,

    /// <summary>Exactly what a vesting schedule locked was not paid.</summary>
    Vesting,

    /// <summary>Exactly what locks other than vesting held was not paid.</summary>
    Locked,

    /// <summary>Exactly what was reserved for deposits was not paid.</summary>
    Reserved,

    /// <summary>The team sent the claim itself (adminClaim), by an agreement that is not on any chain.</summary>
    ManualPayment,

    /// <summary>
    /// More was paid than the chain had for the account: assets that lay on other chains (XCM), refunds, or a payment by hand.
    /// </summary>
    OffChain,

    /// <summary>Less was paid than the chain had for the account, and nothing known tells why.</summary>
    Unexplained,
}
