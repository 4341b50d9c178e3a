namespace Indexer.Domain;

/// <summary>
/// A vote in force, the last of its <see cref="VoteEvent"/>s. Versions that ended are votes that were replaced, removed or
/// got another delegated part.
/// </summary>
public sealed record Vote : StateRow
{
    /// <summary>The proposal.</summary>
    public required string ProposalId { get; init; }

    /// <summary>The voter.</summary>
    public required AccountId Voter { get; init; }

    /// <summary>With what it votes.</summary>
    public required VoteKind Kind { get; init; }

    /// <summary>What it is for.</summary>
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

    /// <summary>Whether it counts in the tally: all but the aggregate of the wrapped votes.</summary>
    public required bool Counts { get; init; }

    /// <summary>Height of the block of the event that stated the choice.</summary>
    public required long CastHeight { get; init; }

    /// <summary>Index of that event in its block.</summary>
    public required int CastIndex { get; init; }

    /// <summary>When it was cast, UTC: the time of that block, or what the source says (Snapshot).</summary>
    public required DateTimeOffset CastTime { get; init; }

    /// <summary>Whether the voter removed it after the proposal's end, which frees its balance and changes no tally.</summary>
    public bool IsUnlocked { get; init; }

    /// <summary>Why, in the voter's words; null when it gave no reason.</summary>
    public string? Reason { get; init; }

    /// <summary>The id that the source gives the vote (Snapshot); null where the event names it.</summary>
    public string? NativeId { get; init; }

    internal override IEnumerable<AccountId> Accounts => [Voter];
}
