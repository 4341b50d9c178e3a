namespace Indexer.Simulator.Governance;

/// <summary>Somebody in the council, behind it, or standing for it.</summary>
internal sealed record SeatHolder(AccountId Who, UInt128 Stake, UInt128 Deposit);
