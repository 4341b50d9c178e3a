namespace Indexer.Domain;

/// <summary>Changes what is no sum of ledger rows in the state of a pool: its terms, free value, owner's counters.</summary>
/// <param name="PoolId">The pool.</param>
/// <param name="Apply">The state after, from the state before.</param>
public sealed record PoolChange(string PoolId, Func<PoolState, PoolState> Apply) : Change;
