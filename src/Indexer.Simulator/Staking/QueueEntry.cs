namespace Indexer.Simulator.Staking;

/// <summary>A withdrawal that waits for free stake.</summary>
internal sealed record QueueEntry(AccountId User, ulong StartTime, Nft Nft);
