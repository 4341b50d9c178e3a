namespace Indexer.Domain;

/// <summary>
/// One claim of parachain assets on Ethereum: the end of a Substrate account's holdings and the beginning of its
/// receivers'. Source: Claimed and ClaimedAndBridged of the claim contracts (docs/chains/contracts.md, Claims).
/// </summary>
public sealed record Claim : LedgerRow
{
    /// <summary>Which parachain's assets were claimed.</summary>
    public required ClaimKind Kind { get; init; }

    /// <summary>Address of the claim contract.</summary>
    public required AccountId Contract { get; init; }

    /// <summary>The claimant as the contract knows it: the first 20 bytes of the Substrate account id.</summary>
    public required byte[] User { get; init; }

    /// <summary>PHA that was free on the parachain.</summary>
    public required Pha Free { get; init; }

    /// <summary>Shares of the PHA vault that stand for the delegations.</summary>
    public required Pha StakedShares { get; init; }

    /// <summary>
    /// The delegations in PHA at the price at which the contract's shares were bought; null when the purchase was not indexed.
    /// </summary>
    public Pha? StakedValue { get; init; }

    /// <summary>Who received, on the network of the contract.</summary>
    public required AccountId Receiver { get; init; }

    /// <summary>Who received the bridged shares on Phala's L2; null when nothing was bridged.</summary>
    public AccountId? L2Receiver { get; init; }

    /// <summary>
    /// True when the team sent it (adminClaim), for accounts that cannot sign; false when it carries a signature for its owner
    /// (claim); null when it came through another contract, whose input tells neither.
    /// </summary>
    public bool? ByAdmin { get; init; }

    internal override IEnumerable<AccountId> Accounts =>
        L2Receiver is { } bridged ? [Contract, Receiver, bridged] : [Contract, Receiver];
}
