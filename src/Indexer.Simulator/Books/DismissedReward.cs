namespace Indexer.Simulator;

/// <summary>A reward nobody got.</summary>
/// <param name="Height">The block.</param>
/// <param name="EventIndex">The index of the event.</param>
/// <param name="Event">The name of the event, e.g. RewardDismissedDust.</param>
/// <param name="Pid">The pool, or null when the worker had none.</param>
/// <param name="Amount">The amount in 10^-12 PHA.</param>
public sealed record DismissedReward(long Height, int EventIndex, string Event, ulong? Pid, UInt128 Amount);
