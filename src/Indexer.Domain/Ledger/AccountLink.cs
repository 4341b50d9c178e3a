namespace Indexer.Domain;

/// <summary>
/// Evidence that two addresses may belong to one holder. A claim names its Substrate account by 20 bytes only, therefore the
/// link is kept with these bytes and takes effect when an account with them is known. Several claimants of one receiver are one
/// holder: people have several Substrate accounts. What would make strangers one (a contract, an exchange) has a reason not to merge.
/// </summary>
public sealed record AccountLink : LedgerRow
{
    /// <summary>First 20 bytes of the Substrate account id that claimed; null for moves over the bridge.</summary>
    public byte[]? User { get; init; }

    /// <summary>Who sent over the bridge; null for claims.</summary>
    public AccountId? Sender { get; init; }

    /// <summary>The EVM account that received.</summary>
    public required AccountId Account { get; init; }

    /// <summary>What happened between them.</summary>
    public required AccountLinkKind Kind { get; init; }

    /// <summary>Why it is shown only and makes no holder; null when both sides are one holder.</summary>
    public NotMergedReason? NotMerged { get; init; }

    /// <summary>
    /// True when the team sent the claim (adminClaim), for those who cannot sign; false when it carries the signature that the owner's
    /// key gave for this receiver; null when a contract in between hides it, and for moves over the bridge.
    /// </summary>
    public bool? ByAdmin { get; init; }

    internal override IEnumerable<AccountId> Accounts => Sender is { } sender ? [sender, Account] : [Account];
}
