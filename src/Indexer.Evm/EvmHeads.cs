using Indexer.Domain;

namespace Indexer.Evm;

/// <summary>How far a chain has come.</summary>
/// <param name="Latest">The newest block.</param>
/// <param name="Safe">On a rollup the newest block that is derived from L1; elsewhere the newest justified one.</param>
/// <param name="Finalized">The newest block that cannot be replaced any more.</param>
public sealed record EvmHeads(BlockRef Latest, BlockRef Safe, BlockRef Finalized);
