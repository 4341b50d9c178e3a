namespace Indexer.Simulator;

/// <summary>An entry of the course of a Governor's proposal.</summary>
/// <param name="Height">The block.</param>
/// <param name="What">Proposed, Started, Extended, Queued, or the state that it came to.</param>
/// <param name="ByClock">Whether the clock alone did it, before the block's first transaction; no log tells of it.</param>
public sealed record GovernorStep(long Height, string What, bool ByClock);
