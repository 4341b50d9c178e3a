namespace Indexer.Simulator;

/// <summary>An account's balances after a block, in 10^-12.</summary>
/// <param name="Account">The account.</param>
/// <param name="Free">PHA.</param>
/// <param name="Wrapped">W-PHA (asset 10000).</param>
/// <param name="Reserved">PHA put down as deposits of governance.</param>
public sealed record AccountBook(AccountId Account, UInt128 Free, UInt128 Wrapped, UInt128 Reserved);
