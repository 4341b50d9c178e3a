using System.Numerics;

namespace Indexer.Simulator;

/// <summary>A proposal of a Governor. Times are blocks or seconds, as its governor counts; weights are 10^-18.</summary>
/// <param name="Governor">The contract.</param>
/// <param name="Id">Its number there.</param>
/// <param name="Proposer">Who made it.</param>
/// <param name="Height">The block in which it was made.</param>
/// <param name="Description">Its text.</param>
/// <param name="CountsSeconds">Whether its times are seconds.</param>
/// <param name="Snapshot">The time at which votes are weighed; from the next one on it is voted on.</param>
/// <param name="Deadline">The last time at which it is voted on.</param>
/// <param name="State">Where it stands.</param>
/// <param name="For">Weight for it.</param>
/// <param name="Against">Weight against it.</param>
/// <param name="Abstain">Weight that abstains.</param>
/// <param name="Quorum">The weight for it and abstaining that it needs; null until the snapshot has passed.</param>
/// <param name="Supply">The tokens at the snapshot; null until it has passed.</param>
/// <param name="Eta">The second from which it can be carried out; null until it is queued.</param>
/// <param name="Expiry">The second from which it cannot any more; null until it is queued and where it never expires.</param>
/// <param name="Operation">The id of its operation in a TimelockController; null until it is queued and with others.</param>
/// <param name="Ballots">What was cast on it, in chain order.</param>
/// <param name="Steps">Its course.</param>
public sealed record GovernorProposalBook(
    EvmAddress Governor,
    BigInteger Id,
    EvmAddress Proposer,
    long Height,
    string Description,
    bool CountsSeconds,
    long Snapshot,
    long Deadline,
    GovernorProposalState State,
    UInt128 For,
    UInt128 Against,
    UInt128 Abstain,
    UInt128? Quorum,
    UInt128? Supply,
    ulong? Eta,
    ulong? Expiry,
    string? Operation,
    IReadOnlyList<GovernorBallot> Ballots,
    IReadOnlyList<GovernorStep> Steps
);
