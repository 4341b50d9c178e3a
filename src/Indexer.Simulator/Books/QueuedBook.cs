namespace Indexer.Simulator;

/// <summary>A withdrawal that waits in the queue of a pool.</summary>
/// <param name="NftId">The NFT that holds its shares.</param>
/// <param name="User">Who will be paid.</param>
/// <param name="Shares">The shares that are left to pay.</param>
/// <param name="StartedAt">Unix second at which it entered the queue.</param>
public sealed record QueuedBook(uint NftId, AccountId User, UInt128 Shares, ulong StartedAt);
