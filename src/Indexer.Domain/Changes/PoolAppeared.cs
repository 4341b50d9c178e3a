namespace Indexer.Domain;

/// <summary>Adds a pool.</summary>
/// <param name="Pool">The pool, complete.</param>
public sealed record PoolAppeared(Pool Pool) : Change;
