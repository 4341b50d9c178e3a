namespace Indexer.Simulator;

/// <summary>An NFT of a pool.</summary>
/// <param name="Id">Its number in the pool's collection.</param>
/// <param name="Owner">Who holds it; the base pool's account for one that waits in the queue.</param>
/// <param name="Shares">The shares in it.</param>
/// <param name="MintedAt">Unix second of its minting.</param>
public sealed record NftBook(uint Id, AccountId Owner, UInt128 Shares, ulong MintedAt);
