namespace Indexer.Domain;

/// <summary>
/// One change of a vote: what the vote is after it. A vote (<see cref="Vote"/>) is the last of its events, and a tally the
/// sum of the votes that count. Source: the chain's or Snapshot's vote, and for removed votes the call that removed it.
/// </summary>
public sealed record VoteEvent : LedgerRow
{
    /// <summary>The proposal.</summary>
    public required string ProposalId { get; init; }

    /// <summary>The voter.</summary>
    public required AccountId Voter { get; init; }

    /// <summary>With what it votes.</summary>
    public VoteKind Kind { get; init; }

    /// <summary>What happened to the vote.</summary>
    public required VoteAction Action { get; init; }

    /// <summary>What the vote is for; of a removed vote what it was for.</summary>
    public required VoteChoice Choice { get; init; }

    /// <summary>The choice as JSON where the proposal names its own (Snapshot: a number, a list or weights); null elsewhere.</summary>
    public string? Selection { get; init; }

    /// <summary>What the voter itself stands behind it with, in PHA; 1 for a member of a collective.</summary>
    public Pha Balance { get; init; }

    /// <summary>Conviction of a direct Democracy vote: 0 weighs a tenth, 1 to 6 that many times; null elsewhere.</summary>
    public int? Conviction { get; init; }

    /// <summary>
    /// The parts of its weight by the strategies of the proposal (<see cref="ProposalText.Strategies"/>), in their order, in
    /// tokens, as JSON and as Snapshot states them: rounded decimals, so that the exact weight is <see cref="Balance"/>; null elsewhere.
    /// </summary>
    public string? WeightByStrategy { get; init; }

    /// <summary>Weight in favour, what is delegated included.</summary>
    public Pha Ayes { get; init; }

    /// <summary>Weight against, what is delegated included.</summary>
    public Pha Nays { get; init; }

    /// <summary>Weight that abstains, what is delegated included.</summary>
    public Pha Abstains { get; init; }

    /// <summary>Weight on choices that the proposal names itself.</summary>
    public Pha Others { get; init; }

    /// <summary>The part of the weight that others delegated to the voter.</summary>
    public Pha DelegatedWeight { get; init; }

    /// <summary>What stands behind the delegated part, in PHA.</summary>
    public Pha DelegatedBalance { get; init; }

    /// <summary>When the source says that the vote was cast, UTC (Snapshot); null where the time of the block says it.</summary>
    public DateTimeOffset? SourceTime { get; init; }

    /// <summary>Why, in the voter's words; null when it gave no reason.</summary>
    public string? Reason { get; init; }

    /// <summary>The id that the source gives the vote (Snapshot); null where the event names it.</summary>
    public string? NativeId { get; init; }

    internal override IEnumerable<AccountId> Accounts => [Voter];
}
