namespace Indexer.Simulator;

/// <summary>A call that one member of a collective had executed: as a member, or as a motion that needs one aye only.</summary>
/// <param name="Height">The block.</param>
/// <param name="EventIndex">The event: MemberExecuted, or Executed without a motion.</param>
/// <param name="Collective">Council or TechnicalCommittee.</param>
/// <param name="Member">Who.</param>
/// <param name="ProposalHash">The <c>0x</c> hash of the call.</param>
/// <param name="Call">The call as "Pallet.call".</param>
/// <param name="Error">Why it failed, or null.</param>
public sealed record ExecutionBook(
    long Height,
    int EventIndex,
    string Collective,
    AccountId Member,
    string ProposalHash,
    string Call,
    string? Error
);
