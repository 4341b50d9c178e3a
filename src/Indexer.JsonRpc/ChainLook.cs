namespace Indexer.JsonRpc;

/// <summary>What one endpoint says of its chain.</summary>
/// <param name="Heads">The heads as their chain knows them.</param>
/// <param name="Chain">What identifies the chain: the hash of its genesis block, or its id.</param>
/// <param name="Latest">Height of the newest block.</param>
/// <param name="Finalized">Height of the newest final block.</param>
/// <param name="FinalizedHash">Its hash.</param>
public sealed record ChainLook<THeads>(THeads Heads, byte[] Chain, long Latest, long Finalized, byte[] FinalizedHash);
