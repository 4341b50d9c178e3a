namespace Indexer.Simulator;

/// <summary>The counted votes of a referendum, in 10^-12.</summary>
/// <param name="Ayes">Votes for, by conviction.</param>
/// <param name="Nays">Votes against, by conviction.</param>
/// <param name="Turnout">The capital behind all votes.</param>
public sealed record TallyBook(UInt128 Ayes, UInt128 Nays, UInt128 Turnout);
