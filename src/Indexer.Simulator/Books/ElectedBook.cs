namespace Indexer.Simulator;

/// <summary>Who sits in the council and who follows, with the stake that elected each in 10^-12, and who stands for it.</summary>
/// <param name="Height">The block from which on it is so.</param>
/// <param name="Members">By account.</param>
/// <param name="RunnersUp">Who follows when a member leaves, the best last.</param>
/// <param name="Candidates">Who stands for the next election.</param>
public sealed record ElectedBook(
    long Height,
    IReadOnlyList<(AccountId Who, UInt128 Stake)> Members,
    IReadOnlyList<(AccountId Who, UInt128 Stake)> RunnersUp,
    IReadOnlyList<AccountId> Candidates
);
