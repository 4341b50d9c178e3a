namespace Indexer.Simulator;

/// <summary>A referendum after a block.</summary>
/// <param name="Index">Its number.</param>
/// <param name="ProposalHash">The <c>0x</c> hash of the proposed call.</param>
/// <param name="Call">The proposed call as "Pallet.call".</param>
/// <param name="PublicProposal">The public proposal that was tabled, or null.</param>
/// <param name="FastTracked">Whether the technical committee put it on the fast track.</param>
/// <param name="Threshold">What it must reach.</param>
/// <param name="Start">The block in which it started.</param>
/// <param name="End">The block in whose beginning it is counted; the last votes are those of the block before.</param>
/// <param name="Delay">From the end to the enactment, in blocks.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Tally">The counted votes; those of the end, once ended.</param>
/// <param name="Electorate">All PHA: at the end, or now while votes are cast.</param>
/// <param name="Approved">The result; null before the end and after a cancellation.</param>
/// <param name="EnactAt">The block of the enactment of an approved referendum.</param>
/// <param name="EndedAt">The block in which it was counted or cancelled.</param>
/// <param name="EnactedAt">The block of the enactment.</param>
/// <param name="Error">Why the enacted call failed, e.g. <c>BadOrigin</c>, or null.</param>
/// <param name="Votes">The votes that count, by voter.</param>
/// <param name="History">All votes ever cast and removed, in chain order.</param>
/// <param name="Steps">The timeline.</param>
public sealed record ReferendumBook(
    uint Index,
    string ProposalHash,
    string Call,
    uint? PublicProposal,
    bool FastTracked,
    VoteThreshold Threshold,
    long Start,
    long End,
    long Delay,
    ReferendumState State,
    TallyBook Tally,
    UInt128 Electorate,
    bool? Approved,
    long? EnactAt,
    long? EndedAt,
    long? EnactedAt,
    string? Error,
    IReadOnlyList<VoteBook> Votes,
    IReadOnlyList<VoteChange> History,
    IReadOnlyList<GovernanceStep> Steps
);
