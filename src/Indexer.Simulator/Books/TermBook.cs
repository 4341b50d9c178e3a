namespace Indexer.Simulator;

/// <summary>An election of the council.</summary>
/// <param name="Height">The block.</param>
/// <param name="EventIndex">The event NewTerm or EmptyTerm.</param>
/// <param name="Members">The elected by account, with the stake behind each in 10^-12; empty for an empty term.</param>
public sealed record TermBook(long Height, int EventIndex, IReadOnlyList<(AccountId Member, UInt128 Stake)> Members);
