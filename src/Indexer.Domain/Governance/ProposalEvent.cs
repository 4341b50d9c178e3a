namespace Indexer.Domain;

/// <summary>One step in the course of a proposal.</summary>
public sealed record ProposalEvent : LedgerRow
{
    /// <summary>The proposal.</summary>
    public required string ProposalId { get; init; }

    /// <summary>What happened.</summary>
    public required ProposalEventKind Kind { get; init; }

    /// <summary>Where the proposal stands after it.</summary>
    public required ProposalStatus Status { get; init; }

    /// <summary>Who did it, or whom it concerns; null when nobody in particular.</summary>
    public AccountId? Account { get; init; }

    /// <summary>PHA that was deposited, returned, slashed, awarded or paid; null when none.</summary>
    public Pha? Amount { get; init; }

    /// <summary>Why the proposal's call failed, in the runtime's words (<c>Balances.InsufficientBalance</c>); null when it did not fail or was not carried out.</summary>
    public string? Error { get; init; }

    internal override IEnumerable<AccountId> Accounts => Account is { } account ? [account] : [];
}
