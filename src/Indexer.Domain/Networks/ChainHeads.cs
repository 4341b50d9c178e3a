namespace Indexer.Domain;

/// <summary>How far a chain has come.</summary>
/// <param name="Latest">The newest block; may still be replaced.</param>
/// <param name="Finalized">The newest block that cannot be replaced any more.</param>
public sealed record ChainHeads(BlockRef Latest, BlockRef Finalized);
