namespace Indexer.Domain;

/// <summary>
/// One proposal of any governance system. What changes of it stands in <see cref="ProposalState"/> and
/// <see cref="ProposalText"/>, its course in <see cref="ProposalEvent"/>.
/// </summary>
public sealed record Proposal : LedgerRow
{
    /// <summary>
    /// Its id within the network: the system and the native id, for example <c>referendum/77</c>, <c>council/197</c>,
    /// <c>tip/0x12…</c>, <c>governor/0xab…/123</c> or <c>snapshot/0x98…</c>.
    /// </summary>
    public required string Id { get; init; }

    /// <summary>The governance system.</summary>
    public required ProposalSystem System { get; init; }

    /// <summary>The id that the system itself gives it: a number, a hash, or parent and number of a child bounty (<c>3/1</c>).</summary>
    public required string NativeId { get; init; }

    /// <summary>Where in the network it was made: the contract (Governor) or the space (Snapshot); null for pallets, of which a network has one each.</summary>
    public string? Space { get; init; }

    /// <summary>Who made it; null when the chain does not say.</summary>
    public AccountId? Proposer { get; init; }

    /// <summary>When its source says that it was made, UTC; null where the time of the block says it.</summary>
    public DateTimeOffset? SourceTime { get; init; }

    internal override IEnumerable<AccountId> Accounts => Proposer is { } proposer ? [proposer] : [];
}
