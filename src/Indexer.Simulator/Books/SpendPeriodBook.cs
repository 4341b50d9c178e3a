namespace Indexer.Simulator;

/// <summary>The end of a spend period of the treasury, in 10^-12.</summary>
/// <param name="Height">The block.</param>
/// <param name="Budget">What it had.</param>
/// <param name="Burnt">What was burnt, or null when something approved could not be paid.</param>
/// <param name="Rollover">What is left.</param>
public sealed record SpendPeriodBook(long Height, UInt128 Budget, UInt128? Burnt, UInt128 Rollover);
