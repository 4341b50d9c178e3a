namespace Indexer.Domain;

/// <summary>
/// Where a proposal stands and how its votes add up. Weights and supplies are in PHA (in the voting token's unit for other
/// tokens); of a collective each member's vote weighs 1. Ayes, nays, abstentions, other weight, turnout and number of
/// voters are the sums of the votes that count (<see cref="Vote"/>); what the chain states itself stands beside them.
/// Each change of the tally is a version, so the versions are its course.
/// </summary>
public sealed record ProposalState : StateRow
{
    /// <summary>The proposal.</summary>
    public required string ProposalId { get; init; }

    /// <summary>Where it stands.</summary>
    public required ProposalStatus Status { get; init; }

    /// <summary>Sum of the weights in favour.</summary>
    public Pha Ayes { get; init; }

    /// <summary>Sum of the weights against.</summary>
    public Pha Nays { get; init; }

    /// <summary>Sum of the weights of abstentions.</summary>
    public Pha Abstains { get; init; }

    /// <summary>Sum of the weights of votes that are neither for, against nor abstaining: on the choices of <see cref="ProposalChoice"/>.</summary>
    public Pha Others { get; init; }

    /// <summary>Sum of what stands behind the votes, each counted once whatever its conviction: the numerator of the turnout.</summary>
    public Pha Turnout { get; init; }

    /// <summary>Votes that count; of a public proposal the deposits behind it.</summary>
    public int Voters { get; init; }

    /// <summary>Weight in favour as the chain states it; null while it has not been asked or does not say.</summary>
    public Pha? StatedAyes { get; init; }

    /// <summary>Weight against as the chain states it; null while it has not been asked or does not say.</summary>
    public Pha? StatedNays { get; init; }

    /// <summary>Weight of abstentions as the chain states it; null while it has not been asked or does not say.</summary>
    public Pha? StatedAbstains { get; init; }

    /// <summary>Turnout as the chain states it; null while it has not been asked or does not say.</summary>
    public Pha? StatedTurnout { get; init; }

    /// <summary>The eligible supply, denominator of the turnout; null while unknown.</summary>
    public Pha? Electorate { get; init; }

    /// <summary>What the eligible supply is; null while unknown.</summary>
    public ElectorateKind? ElectorateKind { get; init; }

    /// <summary>What decides whether it passes; null when no vote decides.</summary>
    public VoteThreshold? Threshold { get; init; }

    /// <summary>
    /// The weight that <see cref="VoteThreshold.MemberCount"/> or <see cref="VoteThreshold.Quorum"/> asks for, or that its space
    /// asks for (Snapshot); null with others and while unknown.
    /// </summary>
    public Pha? Quorum { get; init; }

    /// <summary>The weight in favour with which it passes before its end, when more are for than against (GovernorSuperQuorum); null with others.</summary>
    public Pha? SuperQuorum { get; init; }

    /// <summary>PHA held as deposits for it now: of its proposer and of those who back it; null while unknown.</summary>
    public Pha? Deposit { get; init; } = Pha.Zero;

    /// <summary>PHA that it asks for or grants (Treasury, Bounties, Tips); null with others and while unknown.</summary>
    public Pha? Value { get; init; }

    /// <summary>Who gets the value; null with others and while unknown.</summary>
    public AccountId? Beneficiary { get; init; }

    /// <summary>First block in which it can be voted on; null when its system counts by time or it has no voting.</summary>
    public long? StartHeight { get; init; }

    /// <summary>Last block in which it can be voted on; null when its system counts by time or it has no voting.</summary>
    public long? EndHeight { get; init; }

    /// <summary>Begin of its voting, UTC; of a future block an estimate from the chain's block time. Null when it has no voting.</summary>
    public DateTimeOffset? StartTime { get; init; }

    /// <summary>End of its voting, UTC; of a future block an estimate from the chain's block time. Null when it has no voting.</summary>
    public DateTimeOffset? EndTime { get; init; }

    /// <summary>Block (Substrate) from which it takes effect when it passes; null while unknown and on other networks.</summary>
    public long? EnactmentHeight { get; init; }

    /// <summary>Time from which it can be executed, UTC (Governor with a timelock); null with others and until it is queued.</summary>
    public DateTimeOffset? EnactmentTime { get; init; }

    /// <summary>Time from which it can be executed no more, UTC (Governor with a Compound timelock); null with others and until it is queued.</summary>
    public DateTimeOffset? ExpiryTime { get; init; }

    /// <summary>The voting token that decides who may vote on it (Governor); null with others.</summary>
    public AccountId? VotingToken { get; init; }

    /// <summary>
    /// Hash by which events name it instead of by its number (collectives, external proposals, open operations of a timelock), 0x and
    /// hexadecimal; null with others.
    /// </summary>
    public string? Hash { get; init; }

    /// <summary>Whether its source flagged it as spam or worse (Snapshot).</summary>
    public bool IsFlagged { get; init; }

    /// <summary>Whether what the source states of it, and the weight of each of its votes, can change no more (Snapshot).</summary>
    public bool ScoresFinal { get; init; }

    /// <summary>The stated weight on each choice by voting strategy, as JSON (Snapshot: scores_by_strategy); null while the source does not say.</summary>
    public string? ScoresByStrategy { get; init; }

    /// <summary>Whether its voting can still go on.</summary>
    public bool IsOpen => Status is ProposalStatus.Pending or ProposalStatus.Active;

    internal override IEnumerable<AccountId> Accounts => Beneficiary is { } beneficiary ? [beneficiary] : [];
}
