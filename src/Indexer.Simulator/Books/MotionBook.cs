namespace Indexer.Simulator;

/// <summary>A motion of a collective after a block.</summary>
/// <param name="Collective">Council or TechnicalCommittee.</param>
/// <param name="Index">Its number in the collective.</param>
/// <param name="ProposalHash">The <c>0x</c> hash of the call; a later motion may have the same.</param>
/// <param name="Call">The call as "Pallet.call".</param>
/// <param name="Proposer">Who proposed it.</param>
/// <param name="Threshold">How many ayes it needs.</param>
/// <param name="End">The block from which it can be closed undecided.</param>
/// <param name="State"><c>Proposed</c>, <c>Executed</c>, <c>Failed</c> or <c>Disapproved</c>.</param>
/// <param name="Ayes">Who is for it, or was when it was closed.</param>
/// <param name="Nays">Who is against it, or was when it was closed.</param>
/// <param name="Yes">The ayes counted at the close, abstentions by the prime's vote included; null before.</param>
/// <param name="No">The nays counted at the close; null before.</param>
/// <param name="Error">Why the call failed, or null.</param>
/// <param name="History">All votes in chain order.</param>
/// <param name="Steps">The timeline.</param>
public sealed record MotionBook(
    string Collective,
    uint Index,
    string ProposalHash,
    string Call,
    AccountId Proposer,
    uint Threshold,
    long End,
    string State,
    IReadOnlyList<AccountId> Ayes,
    IReadOnlyList<AccountId> Nays,
    uint? Yes,
    uint? No,
    string? Error,
    IReadOnlyList<MotionVote> History,
    IReadOnlyList<GovernanceStep> Steps
);
