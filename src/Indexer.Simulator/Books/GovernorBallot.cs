namespace Indexer.Simulator;

/// <summary>One cast of votes on a proposal of a Governor; where votes may be split, a voter may cast several. Weights are 10^-18.</summary>
/// <param name="Height">The block.</param>
/// <param name="LogIndex">The index of the log in the block.</param>
/// <param name="Voter">Who cast it.</param>
/// <param name="Support">0 against, 1 for, 2 abstaining, 255 split.</param>
/// <param name="For">Weight for the proposal.</param>
/// <param name="Against">Weight against it.</param>
/// <param name="Abstain">Weight that abstains.</param>
/// <param name="Reason">Why, or nothing.</param>
/// <param name="Own">The voter's own tokens at the snapshot if it voted with them itself, however many it cast.</param>
public sealed record GovernorBallot(
    long Height,
    int LogIndex,
    EvmAddress Voter,
    int Support,
    UInt128 For,
    UInt128 Against,
    UInt128 Abstain,
    string Reason,
    UInt128 Own
);
